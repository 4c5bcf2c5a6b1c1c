import ClosedPlayground from '@theme/ClosedPlayground';
import MDXComponents from '@theme-init/MDXComponents';
import UrlFinder from '../components/url-finder/index.tsx';

/** Components of pages: those of the theme, and those that replace `<UrlFinder>` and `<Playground>`. */
export default {
  ...MDXComponents,
  MeasuredUrlFinder: UrlFinder,
  ClosedPlayground,
};
