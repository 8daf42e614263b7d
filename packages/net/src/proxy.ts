// Decides which connections go through the proxy of the environment. Client libraries disagree about NO_PROXY,
// so the rule here holds for all of them, and they are told the outcome.
import { BlockList, isIP } from 'node:net'
import { ClawError } from '@open-claw/core'

type Environment = Readonly<Record<string, string | undefined>>

/** Reads a variable; an empty one counts as absent. Lower case comes first, as in curl and Go. */
const variable = (environment: Environment, name: string): string =>
  [environment[name], environment[name.toUpperCase()]].find((value) => value !== undefined && value !== '') ??
  ''

/** Whether user and password can be decoded. Others would fail at the first request, deep in a client. */
function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

/** Throws INPUT_INVALID, without the value: it may hold a password. */
function parseProxy(text: string): URL {
  const url = URL.parse(text)
  if (
    url === null ||
    !['http:', 'https:'].includes(url.protocol) ||
    !isDecodable(url.username + url.password)
  )
    throw new ClawError('INPUT_INVALID', 'Variable HTTPS_PROXY: its value is not the URL of an HTTP proxy.', {
      remedy: 'Write http://HOST:PORT, with what is special in user and password percent-encoded.',
    })
  return url
}

const bare = (host: string): string => host.replace(/^\[|\]$/g, '').replace(/\.$/, '')

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

const LOOPBACK = new BlockList()
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4')
LOOPBACK.addAddress('::1', 'ipv6')

/** No proxy can reach the loopback of this machine. */
const isOwnMachine = (host: string): boolean =>
  host === 'localhost' ||
  host.endsWith('.localhost') ||
  (isIP(host) > 0 && LOOPBACK.check(host, family(host)))

function isInNetwork(host: string, entry: string): boolean {
  const [, address = '', bits] = /^(.+)\/([0-9]{1,3})$/.exec(entry) ?? []
  const length = Number(bits)
  if (isIP(host) === 0 || isIP(address) !== isIP(host) || length > (isIP(host) === 6 ? 128 : 32)) return false
  const network = new BlockList()
  network.addSubnet(address, length, family(address))
  return network.check(host, family(host))
}

/** `host`, `host:port`, `[v6]:port`; an IPv6 address without brackets has no port. */
function splitPort(entry: string): { readonly name: string; readonly port: string | undefined } {
  const [, name, port] = /^(\[.*\]|[^:]*):([0-9]+)$/.exec(entry) ?? []
  return { name: bare(name ?? entry), port }
}

/** A bare domain covers its subdomains, as in curl and Go; so do `.domain` and `*.domain`. An address is only itself. */
function isExcepted(host: string, port: string, entry: string): boolean {
  if (entry === '*' || isInNetwork(host, entry)) return true
  const { name, port: only } = splitPort(entry)
  const domain = name.replace(/^\*?\./, '')
  if (domain === '' || (only !== undefined && only !== port)) return false
  return host === domain || (isIP(host) === 0 && host.endsWith(`.${domain}`))
}

/**
 * The proxy for a connection to `url`; undefined for none. `https_proxy` or `HTTPS_PROXY` names it, and
 * `no_proxy` or `NO_PROXY` what goes past it: entries between commas or spaces, each a domain with all below
 * it, an address, a network (`10.0.0.0/8`), or `*`; each but the last two may end in a port. A proxy sees where an
 * https connection leads and nothing more. http is for loopback alone and never goes through one, for it
 * would see the token. Throws INPUT_INVALID.
 */
export function proxyFor(url: URL, environment: Environment = process.env): URL | undefined {
  const proxy = variable(environment, 'https_proxy')
  const host = bare(url.hostname.toLowerCase())
  if (proxy === '' || url.protocol !== 'https:' || isOwnMachine(host)) return undefined
  const port = url.port === '' ? '443' : url.port
  const exceptions = variable(environment, 'no_proxy')
    .toLowerCase()
    .split(/[\s,]+/)
  return exceptions.some((entry) => isExcepted(host, port, entry)) ? undefined : parseProxy(proxy)
}

/** Throws INPUT_INVALID for a proxy that no client could use, before one is made. */
export function checkProxy(environment: Environment = process.env): void {
  const proxy = variable(environment, 'https_proxy')
  if (proxy !== '') parseProxy(proxy)
}
