import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';

@Component({
  selector: 'app-root',
  imports: [RouterLink, RouterLinkActive, RouterOutlet],
  template: `
    <nav aria-label="Ways to read the book">
      @for (link of links; track link.path) {
        <a
          [routerLink]="link.path"
          routerLinkActive="here"
          ariaCurrentWhenActive="page"
          [routerLinkActiveOptions]="{ exact: true }"
        >
          {{ link.text }}
        </a>
      }
    </nav>
    <main><router-outlet /></main>
  `,
})
export class App {
  protected readonly links = [
    { path: '/', text: 'Socket' },
    { path: '/stream', text: 'Stream' },
    { path: '/resource', text: 'Resource' },
    { path: '/rxjs', text: 'RxJS' },
  ];
}
