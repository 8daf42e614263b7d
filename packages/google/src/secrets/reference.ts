// How a workflow names a secret in Secret Manager. Strict, because a workflow may assemble a reference from
// text that others control: no traversal, no wildcard, no alias that can be moved.

/** One version of one secret. */
export interface GoogleSecretVersion {
  readonly scheme: 'gcp-sm'
  /** A project id, a number, or an id prefixed with a domain. */
  readonly project: string
  /** Location of a regional secret; undefined for a global one. */
  readonly location: string | undefined
  readonly secret: string
  /** A version number in digits, or `latest`. */
  readonly version: string
}

// Google's limits on lengths are left to Google; the characters are checked here. A project is its
// number or its id, which older organisations prefix with their domain. Version aliases are refused: anyone
// who may label a version could move the pin. A location becomes part of a host name.
const PROJECT =
  /(?<project>(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+:)?[a-z][a-z0-9-]{1,61}[a-z0-9]|[1-9][0-9]{0,19})/
    .source
const LOCATION = /(?<location>[a-z][a-z0-9-]{0,38}[a-z0-9])/.source
const SECRET = /(?<secret>[A-Za-z0-9_-]{1,255})/.source
const VERSION = /(?<version>[1-9][0-9]{0,8}|latest)/.source

/** Each form has its own number of segments, so that a path has one meaning. */
const FORMS: readonly RegExp[] = [
  `${PROJECT}/${SECRET}/${VERSION}`,
  `${PROJECT}/locations/${LOCATION}/${SECRET}/${VERSION}`,
  // As Google writes resource names.
  `projects/${PROJECT}/secrets/${SECRET}/versions/${VERSION}`,
  `projects/${PROJECT}/locations/${LOCATION}/secrets/${SECRET}/versions/${VERSION}`,
].map((form) => new RegExp(`^${form}$`))

/** Returns the version that a path names; undefined if it names none. */
function parsePath(path: string): GoogleSecretVersion | undefined {
  const groups = FORMS.map((form) => form.exec(path)?.groups).find((found) => found !== undefined)
  const { project, location, secret, version } = groups ?? {}
  if (project === undefined || secret === undefined || version === undefined) return undefined
  return { scheme: 'gcp-sm', project, location, secret, version }
}

/** The grammar of `gcp-sm://project/secret/version`. */
export const GOOGLE_SECRET_GRAMMAR = {
  scheme: 'gcp-sm',
  form: 'project/secret/version, where version is a number or latest; a regional secret is project/locations/location/secret/version',
  /** Resource names, as the Google Cloud console shows them. */
  withoutScheme: 'projects/',
  parsePath,
} as const

/** Returns the name of the resource in the API. */
export const resourceName = ({ project, location, secret, version }: GoogleSecretVersion): string =>
  `projects/${project}/${location === undefined ? '' : `locations/${location}/`}secrets/${secret}/versions/${version}`

const ANSWERED =
  /^projects\/(?<project>[^/]+)\/(?:locations\/(?<location>[^/]+)\/)?secrets\/(?<secret>[^/]+)\/versions\/(?<version>[1-9][0-9]{0,18})$/

const isNumber = (project: string): boolean => /^[0-9]+$/.test(project)

/** Compares projects. The service answers with a number even when asked by id, so these two are not compared. */
const isSameProject = (answered: string, asked: string): boolean =>
  answered === asked || (isNumber(answered) && !isNumber(asked))

/** Returns the version number in `name`; undefined if it names another secret or version than `asked`. */
export function answeredVersion(name: string, asked: GoogleSecretVersion): string | undefined {
  const { project = '', location, secret, version } = ANSWERED.exec(name)?.groups ?? {}
  const isSame =
    isSameProject(project, asked.project) &&
    location === asked.location &&
    secret === asked.secret &&
    (asked.version === 'latest' || version === asked.version)
  return isSame ? version : undefined
}
