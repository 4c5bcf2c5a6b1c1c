import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

@Component({
  selector: 'app-about-page',
  imports: [RouterLink],
  template: `
    <h1>About</h1>
    <p>This page is the same for everyone, so the build prerenders it.</p>
    <p><a routerLink="/">Back</a></p>
  `,
})
export default class AboutPage {}
