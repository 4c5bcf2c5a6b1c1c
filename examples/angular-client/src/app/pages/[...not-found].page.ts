import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

@Component({
  selector: 'app-not-found-page',
  imports: [RouterLink],
  template: `
    <h1>No such page</h1>
    <p><a routerLink="/">To the logbook</a></p>
  `,
})
export default class NotFoundPage {}
