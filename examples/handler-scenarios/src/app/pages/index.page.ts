import { Component } from '@angular/core';

@Component({
  selector: 'app-home-page',
  template: `
    <h1>Handler scenarios</h1>
    <p>
      The handlers are in <code>src/server/routes/api</code>, and what they do
      is in <code>evidence</code>.
    </p>
  `,
})
export default class HomePage {}
