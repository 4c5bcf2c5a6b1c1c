/** Password of Ada and Bob, on both servers. */
export const password = 'development';

/** Secret of the tests' production server. */
export const productionSecret =
  'a secret of the tests, as long as it has to be';
