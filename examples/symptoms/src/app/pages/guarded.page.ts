import { isPlatformBrowser } from '@angular/common';
import { Component, inject, PLATFORM_ID } from '@angular/core';
import { NewsFeed } from '../news-feed';

/** Shows news; checks the platform at run time, independently of the build. */
@Component({
  selector: 'app-guarded-page',
  providers: [NewsFeed],
  template: `
    <h1>News, guarded</h1>
    <p id="state" role="status">{{ feed.state() }}</p>
    <p id="headline">{{ feed.headline() }}</p>
  `,
})
export default class GuardedPage {
  protected readonly feed = inject(NewsFeed);

  // #region guard
  constructor() {
    if (isPlatformBrowser(inject(PLATFORM_ID))) {
      this.feed.open();
    }
  }
  // #endregion guard
}
