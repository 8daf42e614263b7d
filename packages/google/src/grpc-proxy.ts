// Sends gRPC, which Google's clients speak, through the proxy.
import { ClawError } from '@open-claw/core'
import { proxyFor } from '@open-claw/net'

/**
 * Returns the channel option that makes gRPC use the proxy for `target`, or none. gRPC reads the proxy from
 * variables when it connects; they are set here to the proxy that was chosen. Throws INPUT_INVALID for a proxy
 * reached over https, which gRPC silently ignores.
 */
export function grpcProxyOption(target: URL): { readonly 'grpc.enable_http_proxy': 0 | 1 } {
  const proxy = proxyFor(target)
  if (proxy === undefined) return { 'grpc.enable_http_proxy': 0 }
  if (proxy.protocol !== 'http:')
    throw new ClawError(
      'INPUT_INVALID',
      'Variable HTTPS_PROXY: the client of Google Cloud cannot reach a proxy over https.',
      { remedy: 'Write http://HOST:PORT: the connection inside it is encrypted all the same.' },
    )
  process.env['grpc_proxy'] = proxy.href
  // gRPC compares suffixes, and no host name ends in this.
  process.env['no_grpc_proxy'] = '-'
  return { 'grpc.enable_http_proxy': 1 }
}
