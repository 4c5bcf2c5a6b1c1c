import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

@Component({
  selector: 'app-not-found-page',
  imports: [RouterLink],
  template: `
    <h1>No such page</h1>
    <p><a routerLink="/">To the start</a></p>
  `,
})
export default class NotFoundPage {}
