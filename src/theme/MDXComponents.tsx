import MDXComponents from '@theme-original/MDXComponents';
import UrlFinder from '../components/url-finder/index.tsx';
import ClosedPlayground from '../playground/face/closed.tsx';

/** What a page can use: the theme's own, and what stands for `<UrlFinder>` and `<Playground>`. */
export default {
  ...MDXComponents,
  MeasuredUrlFinder: UrlFinder,
  ClosedPlayground,
};
