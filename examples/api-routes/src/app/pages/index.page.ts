import { DatePipe } from '@angular/common';
import { afterNextRender, Component, inject, signal } from '@angular/core';
import {
  type FieldTree,
  form,
  FormField,
  FormRoot,
} from '@angular/forms/signals';
import type { NewNote, Note } from '../../shared/note';
import { Greeting } from '../greeting';
import { NotesClient } from '../notes-client';

@Component({
  selector: 'app-notes-page',
  imports: [DatePipe, FormField, FormRoot, Greeting],
  template: `
    <main>
      <h1>Notes</h1>
      <app-greeting />

      <form [formRoot]="form">
        <label for="text">New note</label>
        <div class="row">
          <input
            id="text"
            autocomplete="off"
            [formField]="form.text"
            [attr.aria-invalid]="form.text().invalid()"
            aria-describedby="text-errors"
          />
          <button [disabled]="!ready() || form().submitting()">Add</button>
        </div>
        <div id="text-errors" class="error" role="alert">
          @for (error of form.text().errors(); track $index) {
            <p>{{ error.message }}</p>
          }
        </div>
      </form>

      @if (newest.hasValue()) {
        <ul aria-label="Notes, the newest first">
          @for (note of newest.value().notes; track note.id) {
            <li>
              <p>{{ note.text }}</p>
              <time [attr.datetime]="note.createdAt">
                {{ note.createdAt | date: 'd MMM, HH:mm' : 'UTC' }} UTC
              </time>
              <button
                type="button"
                [disabled]="!ready()"
                [attr.aria-label]="'Delete “' + note.text + '”'"
                (click)="remove(note)"
              >
                Delete
              </button>
            </li>
          }
        </ul>
        <p>
          {{ newest.value().notes.length }} of {{ newest.value().total }} notes
        </p>
      } @else if (newest.error()) {
        <p class="error">The notes could not be loaded.</p>
        <button type="button" (click)="newest.reload()">Try again</button>
      } @else {
        <p>Loading …</p>
      }
      <p role="status">{{ status() }}</p>
    </main>
  `,
})
export default class NotesPage {
  readonly #client = inject(NotesClient);

  protected readonly newest = this.#client.newest;
  protected readonly status = signal('');
  // The buttons work only after Angular has hydrated the server's HTML.
  protected readonly ready = signal(false);

  protected readonly form = form(signal({ text: '' }), {
    submission: { action: (draft) => this.#add(draft) },
  });

  constructor() {
    afterNextRender(() => this.ready.set(true));
  }

  /** Resolves to the errors that the form shows next to the field. */
  async #add(draft: FieldTree<NewNote>) {
    this.status.set('');
    try {
      const errors = await this.#client.add(draft().value());
      if (errors.length > 0) {
        draft.text().focusBoundControl();
        return errors.map(({ pointer, detail }) => ({
          kind: pointer,
          message: detail,
          fieldTree: draft.text,
        }));
      }
      draft().reset({ text: '' });
      this.status.set('The note is added.');
    } catch {
      this.status.set('The note could not be added. Try again.');
    }
    return undefined;
  }

  protected async remove({ id, text }: Note): Promise<void> {
    try {
      await this.#client.remove(id);
      this.status.set(`“${text}” is deleted.`);
    } catch {
      this.status.set(`“${text}” could not be deleted. Try again.`);
    }
  }
}
