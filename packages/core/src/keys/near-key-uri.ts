// Names of keys as consoles, command lines and other tools give them, by the key URI that they mean.

type Rewriting = readonly [form: RegExp, uri: (match: readonly string[]) => string]

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

const REWRITINGS: readonly Rewriting[] = [
  // gcloud prints the resource name; the API's URL ends in it.
  [/^(?:.*?[:/]{1,3})?(projects\/.+)$/, ([, name = '']) => `gcpkms://${name}`],
  [/^(?:.*?[:/]{1,3})?(arn:aws[a-z-]*:kms:.+)$/, ([, arn = '']) => `awskms:///${arn}`],
  [new RegExp(`^(?:.*[:/]{1,3})?(alias/.+|mrk-[0-9a-f]{32}|${UUID})$`), ([, key = '']) => `awskms:///${key}`],
  // The key identifier of Azure's portal.
  [
    /^(?:[a-z]+:\/\/)?([a-z0-9-]+(?:\.[a-z0-9-]+){2,4})\/keys\/(.+?)\/?$/,
    ([, host = '', key = '']) => `azurekms://${host}/${key}`,
  ],
  [/^(?:[a-z-]+:\/\/)?([a-z0-9-]+\.(?:vault|managedhsm)\..+)$/, ([, rest = '']) => `azurekms://${rest}`],
  [/^(?:[a-z]+:\/\/)?(?:v1\/)?transit\/(?:keys|sign)\/(.+)$/, ([, key = '']) => `hashivault://${key}`],
  [/^(?:hashi-?)?(?:vault|corp):\/{0,3}(.+)$/, ([, key = '']) => `hashivault://${key}`],
]

/** No key URI is longer, and a form is tried against the whole. */
const MAX_TEXT = 512

/** What may have been meant by `text`; not all of these are key URIs. */
export function meantKeyUris(text: string): string[] {
  if (text.length > MAX_TEXT) return []
  return REWRITINGS.flatMap(([form, uri]) => {
    const match = form.exec(text.trim())
    return match === null ? [] : [uri(match)]
  })
}

/** A word in capitals where a name stands, or what stands in brackets, as a form or a template shows it. */
const PLACEHOLDER = /<[^<>]*>|\{[^{}]*\}|(?<=[/:])[A-Z][A-Z_-]*(?=[/:.]|$)/g
/** Each is a name wherever one can stand: a version, a project, a region, an account. */
const FILLINGS = ['1', '111122223333'] as const

/** The places in `text` that somebody left to be filled in, and what it would be with names in them. */
export function placeholdersIn(text: string): { readonly words: string[]; readonly filled: string[] } {
  if (text.length > MAX_TEXT) return { words: [], filled: [] }
  const whole = text.trim().replaceAll(/\[[^[\]]*\]/g, '')
  return {
    words: [...new Set(whole.match(PLACEHOLDER))],
    filled: FILLINGS.map((filling) => whole.replaceAll(PLACEHOLDER, filling)),
  }
}

/** Keys of nobody, which the documentation shows for others to put theirs in their place. */
const EXAMPLES: ReadonlySet<string> = new Set([
  'gcpkms://projects/acme-release/locations/europe-west1/keyRings/release/cryptoKeys/release/cryptoKeyVersions/1',
  'gcpkms://projects/acme/locations/europe-west1/keyRings/release/cryptoKeys/release/cryptoKeyVersions/1',
  'awskms:///arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  'azurekms://acme-release.vault.azure.net/release',
])

export const isExampleKey = (uri: string): boolean => EXAMPLES.has(uri)
