// The way through a proxy for gRPC, which Google's clients speak.
import { ClawError } from '@open-claw/core'
import { proxyFor } from '@open-claw/net'

/**
 * Returns the channel option that makes gRPC use the proxy for `target`, or none. gRPC reads the proxy from
 * variables when it connects; these are set here to what was decided. Throws INPUT_INVALID for a proxy that is reached
 * over https, which gRPC passes over in silence.
 */
export function grpcProxyOption(target: URL): { readonly 'grpc.enable_http_proxy': 0 | 1 } {
  const proxy = proxyFor(target)
  if (proxy === undefined) return { 'grpc.enable_http_proxy': 0 }
  if (proxy.protocol !== 'http:')
    throw new ClawError(
      'INPUT_INVALID',
      'Variable HTTPS_PROXY: the client of Google Cloud reaches no proxy by https.',
      { remedy: 'Write http://HOST:PORT: inside of it the connection is encrypted all the same.' },
    )
  process.env['grpc_proxy'] = proxy.href
  // It compares ends of names, and no name of a host ends like this.
  process.env['no_grpc_proxy'] = '-'
  return { 'grpc.enable_http_proxy': 1 }
}
