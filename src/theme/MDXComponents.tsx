import MDXComponents from '@theme-original/MDXComponents';
import UrlFinder from '../components/url-finder/index.tsx';

/** What a page can use: the theme's own, and what the evidence puts in place of `<UrlFinder>`. */
export default { ...MDXComponents, MeasuredUrlFinder: UrlFinder };
