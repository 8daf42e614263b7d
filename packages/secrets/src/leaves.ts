// What is secret inside a secret. A program that is given a connection string prints the password
// alone, decoded; one that is given JSON prints a member. Parsing is generous here, unlike anywhere
// else: a part that is taken for a secret by mistake costs a few stars in the log.

const MAX_DEPTH = 4
const MAX_LEAVES = 2_000

type Reader = (text: string) => readonly string[]

function jsonLeaves(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value)]
  if (typeof value !== 'object' || value === null || depth > 64) return []
  return Object.values(value).flatMap((member: unknown) => jsonLeaves(member, depth + 1))
}

/** The members of a JSON document; undefined where it is none. */
function readJson(text: string): string[] | undefined {
  if (!/^\s*[[{"]/.test(text)) return undefined
  try {
    const parsed: unknown = JSON.parse(text)
    return jsonLeaves(parsed)
  } catch {
    return undefined
  }
}

/** JSON without its spaces, as a program writes it that has read it; undefined where it is none. */
export function compactJson(text: string): string | undefined {
  if (readJson(text) === undefined) return undefined
  return JSON.stringify(JSON.parse(text))
}

const unquoted = (text: string): string => /^(["'])(.*)\1$/s.exec(text)?.[2] ?? text

/** Lines of dotenv, shell exports, properties and flat YAML: `KEY=value`, `key: value`, `- value`. */
function readAssignments(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const value =
      /^\s*(?:export\s+)?[\w.-]+\s*=\s*(.+?)\s*$/.exec(line)?.[1] ??
      /^\s*(?:-\s+)?["']?[\w.-]+["']?:\s+(.+?)\s*$/.exec(line)?.[1] ??
      /^\s*-\s+(.+?)\s*$/.exec(line)?.[1]
    if (value === undefined) return []
    return [unquoted(value), unquoted(value.replace(/\s+#.*$/, ''))]
  })
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** As written, percent-decoded, and as HTTP basic authentication sends it. */
function readUserInfo(user: string, password: string): string[] {
  const [plainUser, plainPassword] = [percentDecoded(user), percentDecoded(password)]
  return [
    password,
    plainPassword,
    ...[`${plainUser}:${plainPassword}`, `${user}:${password}`].map((pair) =>
      Buffer.from(pair).toString('base64'),
    ),
  ]
}

/** The last `@` before the path ends the user information: passwords hold unescaped `@` in practice. */
function readUrls(text: string): string[] {
  const urls = [
    // A bound on the scheme: tried at each letter of a long key in Base64, an endless one takes seconds.
    ...text.matchAll(/[a-z][a-z0-9+.-]{0,31}:\/\/(?:([^\s:/]*):([^\s/]*)@)?[^\s?#]*(?:\?([^\s#]*))?/gi),
  ]
  return urls.flatMap(([, user, password, query]) => [
    ...(user === undefined || password === undefined ? [] : readUserInfo(user, password)),
    ...(query === undefined ? [] : [...new URLSearchParams(query).values(), ...query.split(/[&=]/).slice(1)]),
  ])
}

/** `user:password@tcp(host)/name`, the form of Go's MySQL driver; and what curl takes as `user:password@host`. */
function readBareUserInfo(text: string): string[] {
  const [, user, password] = /^([^\s:/@]+):(?!\/\/)(\S+)@[^\s@]+$/.exec(text.trim()) ?? []
  return user === undefined || password === undefined ? [] : readUserInfo(user, password)
}

/** `Key=Value;Key=Value` of ODBC, ADO.NET and Azure, and `key=value key='value'` of libpq. */
function readKeyValues(text: string): string[] {
  if (/\n/.test(text.trim())) return []
  const pairs = text.includes(';')
    ? text.split(';')
    : [...text.matchAll(/\w+\s*=\s*(?:'(?:[^'\\]|\\.)*'|\S+)/g)].map(([pair]) => pair)
  if (pairs.length < 2) return []
  return pairs.flatMap((pair) => {
    const value = /^\s*[\w ]+=\s*(.+?)\s*$/.exec(pair)?.[1]
    return value === undefined ? [] : [unquoted(value)]
  })
}

/** JWS and JWE compact serialisation (RFC 7515 §7.1, RFC 7516 §7.1): each segment is used alone by debuggers. */
function readJwt(text: string): string[] {
  return [...text.matchAll(/\bey[\w-]{8,}(?:\.[\w-]*){2,4}/g)].flatMap(([token]) => token.split('.'))
}

const READERS: readonly Reader[] = [readAssignments, readUrls, readBareUserInfo, readKeyValues, readJwt]

/** JSON is read as JSON alone: its lines look like assignments and would all count twice. */
const partsOf = (text: string): readonly string[] => readJson(text) ?? READERS.flatMap((read) => read(text))

/** The bodies of PEM blocks (RFC 7468) without line breaks. */
export function pemBodies(text: string): string[] {
  return [...text.matchAll(/-----BEGIN [^-]+-----([^-]+)-----END [^-]+-----/g)]
    .map(([, body = '']) =>
      // RFC 1421 headers (`Proc-Type:`) of old encrypted keys are no part of the body.
      body.replace(/^.*:.*$/gm, '').replace(/\s+/g, ''),
    )
    .filter((body) => /^[A-Za-z0-9+/]+=*$/.test(body))
}

/** The parts of `text` that may be printed alone, decoded, at every level of nesting; `text` is not among them. */
export function leavesOf(text: string): string[] {
  const found = new Set<string>([text])
  let level = [text]
  for (let depth = 0; depth < MAX_DEPTH && found.size < MAX_LEAVES; depth += 1) {
    const fresh = level.flatMap(partsOf).filter((part) => part !== '' && !found.has(part))
    for (const part of fresh) found.add(part)
    level = [...new Set(fresh)]
  }
  found.delete(text)
  return [...found]
}
