import { Component } from '@angular/core';

@Component({
  selector: 'app-index-page',
  template: `<h1>Route layouts</h1>`,
})
export default class IndexPage {}
