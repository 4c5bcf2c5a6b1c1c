/** Of Ada and of Bob, on both servers. */
export const password = 'development';

/** What the production server of the tests seals its cookies with. */
export const productionSecret =
  'a secret of the tests, as long as it has to be';
