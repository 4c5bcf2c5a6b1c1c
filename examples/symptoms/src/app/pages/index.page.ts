import { afterNextRender, Component, inject } from '@angular/core';
import { NewsFeed } from '../news-feed';

/** Shows news. `afterNextRender` opens the stream in the browser only. */
@Component({
  selector: 'app-news-page',
  providers: [NewsFeed],
  template: `
    <h1>News</h1>
    <p id="state" role="status">{{ feed.state() }}</p>
    <p id="headline">{{ feed.headline() }}</p>
  `,
})
export default class NewsPage {
  protected readonly feed = inject(NewsFeed);

  constructor() {
    afterNextRender(() => this.feed.open());
  }
}
