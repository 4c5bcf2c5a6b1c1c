import { Component, inject } from '@angular/core';
import { Answer } from '../answer';

@Component({
  selector: 'app-ask-page',
  providers: [Answer],
  template: `
    <h1>Ask</h1>
    <form (submit)="$event.preventDefault(); answer.ask(question.value)">
      <label for="question">Question</label>
      <input #question id="question" maxlength="500" required />
      <button>Ask</button>
      <button type="button" (click)="answer.stop()">Stop</button>
    </form>
    <p role="status">{{ answer.state() }}</p>
    <pre aria-live="off">{{ answer.text() }}</pre>
  `,
})
export default class AskPage {
  protected readonly answer = inject(Answer);
}
