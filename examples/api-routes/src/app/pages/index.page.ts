import { Component } from '@angular/core';

@Component({
  selector: 'app-home-page',
  template: `<h1>API routes</h1>`,
})
export default class HomePage {}
