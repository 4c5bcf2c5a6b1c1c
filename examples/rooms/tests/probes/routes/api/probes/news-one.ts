import { newsHandler } from '../../../support/news';

export default newsHandler();
