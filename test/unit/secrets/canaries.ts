// Values that look like secrets and are none, and how programs print them.
import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'

/** Bytes that look random and are the same in every run. */
const noise = (length: number): Buffer =>
  Buffer.concat(
    Array.from({ length: Math.ceil(length / 32) }, (_, index) =>
      createHash('sha256').update(`canary ${index}`).digest(),
    ),
  ).subarray(0, length)

const wrap = (text: string, columns: number): string =>
  text.match(new RegExp(`.{1,${columns}}`, 'g'))?.join('\n') ?? ''
const base64 = (text: string): string => Buffer.from(text).toString('base64')
const goJson = (text: string): string =>
  JSON.stringify(text).replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`)

const PASSWORD = 'Kx9!vQ(7) mW*2&pL<z~Tq/c'
const LONG = noise(150).toString('base64url')
const BODY = noise(1190).toString('base64')
const PEM = `-----BEGIN PRIVATE KEY-----\n${wrap(BODY, 64)}\n-----END PRIVATE KEY-----\n`
const JSON_SECRET = JSON.stringify({ user: 'app-canary', pass: noise(24).toString('base64url') }, null, 2)
const JSON_LEAF: string = JSON_SECRET.split('"')[7] ?? ''
const DSN = 'postgres://app:kX9%21vQ%2F7mW%40z@db.internal:5432/app'
const JWT = [
  { alg: 'RS256', kid: 'canary' },
  { sub: 'repo:acme/app', jti: noise(16).toString('hex') },
]
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .concat(noise(256).toString('base64url'))
  .join('.')

const DOCKER = JSON.stringify({ auths: { 'ghcr.example': { auth: base64(`app:${LONG}`) } } })

/** A secret and one way in which it is printed. */
export interface Leak {
  readonly title: string
  readonly secret: string
  readonly printed: string
}

const leak = (title: string, secret: string, printed: string): Leak => ({ title, secret, printed })

export const LEAKS: readonly Leak[] = [
  leak('as it is', PASSWORD, PASSWORD),
  leak('`echo $S \\| base64`', `${PASSWORD}xy`, base64(`${PASSWORD}xy\n`)),
  leak('base64 of `user:S`', PASSWORD, base64(`user:${PASSWORD}`)),
  leak('base64 of `S:x`', `${PASSWORD}x`, base64(`${PASSWORD}x:x`)),
  leak('base64url without padding', `${PASSWORD}x`, Buffer.from(`${PASSWORD}x>?`).toString('base64url')),
  leak('hexadecimal', PASSWORD, Buffer.from(PASSWORD).toString('hex')),
  leak('base64 wrapped at 76', LONG, wrap(base64(`${LONG}\n`), 76)),
  leak('JavaScript `encodeURIComponent`', PASSWORD, encodeURIComponent(PASSWORD)),
  leak(
    'URL with lower-case hexadecimal',
    PASSWORD,
    encodeURIComponent(PASSWORD).replace(/%../g, (hex) => hex.toLowerCase()),
  ),
  leak('form with `+` for a space', PASSWORD, new URLSearchParams({ S: PASSWORD }).toString().slice(2)),
  leak('JSON of Go', PASSWORD, goJson(PASSWORD).slice(1, -1)),
  leak('bash `printf %q`', PASSWORD, String.raw`Kx9\!vQ\(7\)\ mW\*2\&pL\<z~Tq/c`),
  leak('PEM as it is', PEM, PEM),
  leak('PEM, `base64 -w0`', PEM, base64(PEM)),
  leak('PEM body rewrapped at 76', PEM, wrap(BODY, 76)),
  leak('PEM body in one line', PEM, BODY),
  leak('member of JSON', JSON_SECRET, JSON_LEAF),
  leak('JSON without its spaces', JSON_SECRET, JSON.stringify(JSON.parse(JSON_SECRET))),
  leak('decoded password of a DSN', DSN, 'kX9!vQ/7mW@z'),
  leak('one segment of a JWT', JWT, JWT.split('.')[1] ?? ''),
  leak('token of a .npmrc', `//registry.example/:_authToken=${LONG}`, LONG),
  leak('password of a .netrc', `machine db.example login app password ${LONG}`, LONG),
  leak('password of a docker configuration', DOCKER, LONG),
  leak('value of YAML in one line', `{user: app-canary, password: ${LONG}}`, LONG),
  leak('token of a URL', `https://${LONG}@github.com/acme/app`, LONG),
  leak('element of XML', `<server><password>${LONG}</password></server>`, LONG),
  leak('JSON in Base64, a member', base64(JSON.stringify({ password: LONG })), LONG),
  leak('in the colours of a tool', LONG, `${LONG.slice(0, 70)}\u001b[31m${LONG.slice(70)}`),
  leak('without its own colours', `\u001b[31m${LONG.slice(0, 70)}\u001b[0m${LONG.slice(70)}`, LONG),
  leak('other case', PASSWORD, PASSWORD.toUpperCase()),
  leak('reversed', PASSWORD, Array.from(PASSWORD).toReversed().join('')),
  leak('one character per line', PASSWORD, wrap(PASSWORD, 1)),
  leak('first half alone', PASSWORD, PASSWORD.slice(0, 12)),
  leak('compressed, in base64', PASSWORD, deflateRawSync(PASSWORD).toString('base64')),
]
