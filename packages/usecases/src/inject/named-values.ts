import type { InjectableSecret } from '@open-claw/secrets'

/** Returns the values under the names of their requests. */
export const namedValues = (secrets: readonly InjectableSecret[]): Readonly<Record<string, string>> =>
  Object.fromEntries(secrets.map(({ request, value }) => [request.name, value]))
