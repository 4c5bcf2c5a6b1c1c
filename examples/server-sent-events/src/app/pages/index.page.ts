import { Component } from '@angular/core';

@Component({
  selector: 'app-home-page',
  template: `<h1>Server-sent events</h1>`,
})
export default class HomePage {}
