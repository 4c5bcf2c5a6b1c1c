/**
 * What the development server takes where the environment says nothing, so that
 * it starts at once: Ada and Bob can sign in with the password "development".
 */
export const development = {
  SESSION_SECRET: 'known to everybody, for development only',
  ACCOUNTS: [
    'ada:RbRV_pM8dl-UmkG-ATjl1g:WJbx4TCF-ParRER57B5MaFr0Kzn-qtt6kHEMTEeLva0',
    'bob:NaaAWSqm37s7yJow41ltwA:th0x0fSeMHTuxzjgkX8zImdBxR9FuFilyTJPBL2cfVA',
  ].join(' '),
};
