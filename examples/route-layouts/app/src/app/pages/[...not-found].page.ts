import { Component } from '@angular/core';

@Component({
  selector: 'app-not-found-page',
  template: `<h1>No such page</h1>`,
})
export default class NotFoundPage {}
