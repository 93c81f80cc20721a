// A real OpenID provider on a free port: `provider.mjs PORT RETURN_ADDRESS LOGOUT_ADDRESS`, run by a Node that it supports. Whoever enters a name there is it.
import { Provider } from 'oidc-provider';

const [port, returns, logout] = process.argv.slice(2);
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{ client_id: 'hub', client_secret: 'a secret that both know', redirect_uris: [returns], grant_types: ['authorization_code'], response_types: ['code'], backchannel_logout_uri: logout, backchannel_logout_session_required: true }],
  features: { backchannelLogout: { enabled: true } },
  // Its own way out asks no address of this machine, where the hub is.
  fetch: (url, { dispatcher, ...options }) => globalThis.fetch(url, options),
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  conformIdTokenClaims: false,
  cookies: { keys: ['only for tests'] },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, email: `${id}@city.example`, email_verified: false }) }),
  pkce: { required: () => true },
  ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 60, IdToken: 300, AuthorizationCode: 60 },
});
// What its forms ask for from elsewhere is not there.
provider.listen(Number(port), '127.0.0.1', () => console.log('ready'));
