import { Component } from '@angular/core';

@Component({
  selector: 'app-home-page',
  template: `<h1>Chat</h1>`,
})
export default class HomePage {}
