import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';

@Component({
  selector: 'app-root',
  imports: [RouterLink, RouterLinkActive, RouterOutlet],
  template: `
    <nav aria-label="Pages">
      <a
        routerLink="/"
        routerLinkActive
        [routerLinkActiveOptions]="{ exact: true }"
        ariaCurrentWhenActive="page"
        >Notes</a
      >
      <a routerLink="/files" routerLinkActive ariaCurrentWhenActive="page"
        >Files</a
      >
    </nav>
    <router-outlet />
  `,
})
export class App {}
