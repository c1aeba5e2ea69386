import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer } from 'node:http'
import { z } from 'zod'

export type Identity = {
  /** Where its keys are found, as OpenID says. */
  metadataUrl: string
  issuer: string
  /** A signed token. What is `changed` takes the place of a good claim, header or key. */
  token(claims: object, changed?: { header?: object; key?: KeyObject; kid?: string }): string
  close(): Promise<void>
}

const issuer = 'https://api.botframework.com'
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** An identity service on loopback with a real RS256 key, as Microsoft's for Teams: keys are endorsed for channels. */
export async function openIdentity(): Promise<Identity> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const { publicKey: webKey, privateKey: webPrivate } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const jwk = (key: KeyObject, kid: string, endorsements: string[]) => ({
    ...key.export({ format: 'jwk' }),
    kid,
    use: 'sig',
    endorsements,
  })
  const server = createServer((request, response) => {
    const base = `http://127.0.0.1:${portOf(server)}`
    const found: Record<string, object> = {
      '/openid': { issuer, jwks_uri: `${base}/keys`, id_token_signing_alg_values_supported: ['RS256'] },
      '/keys': {
        keys: [jwk(publicKey, 'teams', ['msteams']), jwk(webKey, 'webchat', ['webchat'])],
      },
    }
    const body = found[request.url ?? '']
    response.writeHead(body ? 200 : 404, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body ?? {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    metadataUrl: `http://127.0.0.1:${portOf(server)}/openid`,
    issuer,
    token(claims, { header = {}, kid = 'teams', key } = {}) {
      const signed = `${part({ alg: 'RS256', typ: 'JWT', kid, ...header })}.${part(claims)}`
      const signer = createSign('RSA-SHA256').update(signed)
      return `${signed}.${signer.sign(key ?? (kid === 'webchat' ? webPrivate : privateKey), 'base64url')}`
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const portOf = (server: ReturnType<typeof createServer>): number =>
  z.object({ port: z.number() }).parse(server.address()).port
