/**
 * Defaults of the development server for unset environment variables, so that
 * it starts immediately: Ada and Bob can sign in with the password "development".
 */
export const development = {
  SESSION_SECRET: 'known to everybody, for development only',
  ACCOUNTS: [
    'ada:RbRV_pM8dl-UmkG-ATjl1g:WJbx4TCF-ParRER57B5MaFr0Kzn-qtt6kHEMTEeLva0',
    'bob:NaaAWSqm37s7yJow41ltwA:th0x0fSeMHTuxzjgkX8zImdBxR9FuFilyTJPBL2cfVA',
  ].join(' '),
};
