// Namespaces and mounts: the target of a request in Vault.

const NAMESPACES: readonly string[] = ['team']

/** A namespace, '' for the root, and the path below it. */
export interface Place {
  readonly namespace: string
  readonly path: string
}

/** Parses the target. The header, the beginning of the path, or both name the namespace. */
export function parsePlace(path: string, headers: Readonly<Record<string, string>>): Place {
  const header = (headers['x-vault-namespace'] ?? '').replaceAll(/^\/+|\/+$/g, '')
  const whole = [header === 'root' ? '' : header, path].filter((part) => part !== '').join('/')
  const namespace = NAMESPACES.find((name) => whole === name || whole.startsWith(`${name}/`)) ?? ''
  return { namespace, path: namespace === '' ? whole : whole.slice(namespace.length + 1) }
}
