// Documents that hold a credential: what a program prints of them is the credential alone.
import { describe, expect, test } from '@jest/globals'
import { masksFor } from '../../../packages/secrets/src/masks.ts'
import { casePath, caseBytes, describeWithCases } from '../../support/cases.ts'

const TOKEN = 'Xk7-pQ2_vL9mT4'
const base64 = (text: string): string => Buffer.from(text).toString('base64')

/** What is left of `printed` once every mask is taken out. */
const visible = (value: string, printed: string): string =>
  masksFor(value)
    .masks.toSorted((a, b) => b.length - a.length)
    .reduce((text, mask) => text.replaceAll(mask, ''), printed)

describeWithCases('the credential of a document from real use is hidden', () => {
  test.each([
    'bearer.txt',
    'bom.json',
    'db.properties',
    'docker-config.json',
    'json.b64',
    'lines.jsonl',
    'netrc',
    'npmrc',
    'pgpass',
    'settings.xml',
    'url-token.txt',
    'user-password.txt',
    'yaml-flow.yaml',
  ])('%s', (name) => {
    const value = caseBytes(`24-masking/${name}`)?.toString('utf8') ?? ''
    expect([casePath(name), visible(value, TOKEN)]).toEqual([casePath(name), ''])
    expect(masksFor(value).partial).toBeUndefined()
  })
  test('each value of JSON lines', () => {
    const value = caseBytes('24-masking/lines.jsonl')?.toString('utf8') ?? ''
    expect(visible(value, 'other-secret-1')).toBe('')
  })
})

describe('the credential is hidden as it is meant, where the format writes it in another way', () => {
  test.each([
    ['the last line of a dotenv value', `A="first-line\n${TOKEN}"\nB=x\n`, TOKEN],
    ['the first line of a dotenv value', `A="${TOKEN}\nlast-line"\n`, TOKEN],
    ['dotenv in back quotes', `A=\`${TOKEN}\`\n`, TOKEN],
    ['dotenv with an escaped quote', `export A="quo\\"${TOKEN}"\n`, `quo"${TOKEN}`],
    ['properties as Java stores them', `a=b\ndb.password=p\\:q\\=${TOKEN}\\!\n`, `p:q=${TOKEN}!`],
    ['properties with \\u', `a=b\ndb.password=\\u00fc${TOKEN}\n`, `ü${TOKEN}`],
    ['a doubled quote of YAML', `a: 'it''s;${TOKEN}'\n`, `it's;${TOKEN}`],
    ['a doubled quote of ADO.NET', `Server=db;Password='it''s;${TOKEN}';Encrypt=True`, `it's;${TOKEN}`],
    ['braces of ODBC', `Driver={x};UID=sa;PWD={p;w}}x;${TOKEN}};Encrypt=1`, `p;w}x;${TOKEN}`],
    ['braces of JDBC', `jdbc:sqlserver://h:1433;user=sa;password={p;${TOKEN}};encrypt=true`, `p;${TOKEN}`],
    ['quotes of libpq', `host=h password='it\\'s ${TOKEN}' dbname=x`, `it's ${TOKEN}`],
    ['JDBC for Oracle', 'jdbc:oracle:thin:scott/correcthorse@//h:1521/svc', 'correcthorse'],
    ['SQL*Plus', 'scott/correcthorse@h/svc', 'correcthorse'],
    ['CDATA', '<server><password><![CDATA[correct<horse&]]></password></server>', 'correct<horse&'],
    ['a numeric entity', '<a><password>correct&#39;h&#x6F;rse</password></a>', "correct'horse"],
    ['an entity at the end', '<a><password>correcthorse&amp;</password></a>', 'correcthorse&'],
    [
      'a webhook without a digit',
      'https://hooks.example/services/T/B/abcDEFghiJKLmnoPQRstuVWX',
      'abcDEFghiJKLmnoPQRstuVWX',
    ],
    [
      'an OpenPGP key in one line',
      `signingKey=-----BEGIN PGP PRIVATE KEY BLOCK-----\\n\\n${'lQOYBF0123ab+/xy'.repeat(4)}\\n${'Zz9'.repeat(9)}\\n=AbCd\\n-----END PGP PRIVATE KEY BLOCK-----\n`,
      'Zz9'.repeat(9),
    ],
  ])('%s', (_, value, printed) => {
    expect(visible(value, printed)).toBe('')
  })
})

const DOCKER = JSON.stringify({ auths: { 'ghcr.io': { auth: base64(`app:${TOKEN}`) } } })
const KUBERNETES = JSON.stringify({ kind: 'Secret', data: { '.dockerconfigjson': base64(DOCKER) } })

test.each([
  ['a header', `Authorization: Bearer ${TOKEN}`],
  ['a header of basic authentication', `Authorization: Basic ${base64(`app:${TOKEN}`)}`],
  ['a header in a configuration of curl', `header = "X-Api-Key: ${TOKEN}"`],
  ['an option', `--password ${TOKEN} --host db`],
  ['an option with an equals sign', `--password=${TOKEN} --host=db`],
  ['the user of curl', `-u app:${TOKEN}`],
  ['a secret of Kubernetes', KUBERNETES],
  ['a secret of Kubernetes in YAML', `kind: Secret\ndata:\n  password: ${base64(TOKEN)}\n`],
  ['a docker configuration in Base64', base64(DOCKER)],
  ['Base64url without padding', Buffer.from(`{"password":"${TOKEN}","x":"?>"}`).toString('base64url')],
  [
    'wrapped Base64',
    base64(JSON.stringify({ a: 'x'.repeat(90), password: TOKEN })).replace(/.{76}/g, '$&\n'),
  ],
  [
    'a .netrc of many lines',
    `machine a.example\n  login app\n  password ${TOKEN}\nmachine b.example login b password other-1\n`,
  ],
  ['a .pypirc', `[pypi]\nusername = __token__\npassword = ${TOKEN}\n`],
  ['a credentials file of AWS', `[default]\naws_access_key_id = AKIA0\naws_secret_access_key = ${TOKEN}\n`],
  ['a credentials file of Cargo', `[registries.acme]\ntoken = "${TOKEN}"\n`],
  ['a file of variables of Terraform', `db = { user = "app", password = "${TOKEN}" }\n`],
  ['a .terraformrc', `credentials "app.example" {\n  token = "${TOKEN}"\n}\n`],
  ['a .pgpass with a colon in the password', `db:5432:app:app:a\\:${TOKEN}`, `a:${TOKEN}`],
  ['properties with white space', `db.password   ${TOKEN}\n`],
  ['properties with spaces around a colon', `db.password : ${TOKEN}\n`],
  ['a NuGet.config', `<add key="ClearTextPassword" value="${TOKEN}" />`],
  ['XML with entities', `<password>${TOKEN}&amp;x</password>`, `${TOKEN}&x`],
  ['YAML with a tag', `password: !!str ${TOKEN}\n`],
  ['YAML with an anchor', `password: &pw ${TOKEN}\n`],
  ['YAML with a comment', `password: ${TOKEN} # rotate\n`],
  ['a list of YAML in one line', `tokens: [first-1, ${TOKEN}]\n`],
  ['a block of YAML', `config: |\n  {\n    "password": "${TOKEN}"\n  }\nnext: 1\n`],
  ['JSON with comments', `{ // note\n  "password": "${TOKEN}", /* x */\n}`],
  ['JSON5', `{user: 'app', password: '${TOKEN}'}`],
  ['JavaScript', `const password = '${TOKEN}';`],
  ['PHP', `<?php return ['password' => '${TOKEN}'];`],
  ['a URL of a webhook', 'https://hooks.example.com/services/T0/B0/aB3dE5gH7jK9mN1p', 'aB3dE5gH7jK9mN1p'],
  ['a fragment of a URL', `https://app.example/cb#access_token=${TOKEN}&state=1`],
  ['the user of a URL', `https://${TOKEN}:x-oauth-basic@github.com/a/b`],
  ['the decoded user of a URL', 'https://p%40ss-canary-1@host/', 'p@ss-canary-1'],
  ['JDBC', `jdbc:postgresql://db/app?user=app&password=${TOKEN}&ssl=true`],
  ['JDBC of SQL Server', `jdbc:sqlserver://db:1433;user=app;password=${TOKEN};encrypt=true`],
  ['.git-credentials', `https://app:${TOKEN}@github.com\nhttps://app:other-1@gitlab.com\n`],
  ['cookies', `sid=${TOKEN}; Path=/; theme=dark`],
  ['the member name of an object', `{"token-Xk7pQ2vL9mT4-99":["read"]}`, 'token-Xk7pQ2vL9mT4-99'],
  ['a table of comma-separated values', `app,${TOKEN},2026-11-29\n`],
  [
    'a key with escaped line breaks',
    `KEY="-----BEGIN PRIVATE KEY-----\\nTUlJQ2FuYXJ5Q2FuYXJ5\\n-----END PRIVATE KEY-----\\n"`,
    'TUlJQ2FuYXJ5Q2FuYXJ5',
  ],
  ['JSON with a byte order mark in Base64', base64(`\ufeff{"password":"${TOKEN}"}`)],
])('the credential is hidden in %s', (_, value, printed = TOKEN) => {
  expect(visible(value, printed)).toBe('')
})

test('the credential is hidden however deep it is in JSON, and nothing runs out of stack', () => {
  const deep = (levels: number): string =>
    `${'[{"a":'.repeat(levels)}{"password":"${TOKEN}"}${'}]'.repeat(levels)}`
  expect(visible(deep(100), TOKEN)).toBe('')
  expect(visible(deep(7_000), TOKEN)).toBe('')
})

describe('what is not hidden is told', () => {
  test.each([
    ['{"user":"application","password":"4711"}', /named like a credential/],
    ['password: prod1', /named like a credential/],
    ['DB_PASSWORD=abc\nOTHER=abcdefgh-1', /named like a credential/],
    ['machine a.example login app password short', /named like a credential/],
    ['correct horse battery staple', /several words/],
    ['first line\nsecond line', /several words/],
    [Array.from({ length: 2_100 }, (_, index) => `KEY${index}=value-${index}`).join('\n'), /more parts/],
    [`${'['.repeat(3)}${JSON.stringify(nested(9))}${']'.repeat(3)}`, /more parts/],
  ])('%#', (value, reason) => {
    expect(masksFor(value).partial).toMatch(reason)
  })
  test.each([
    'hunter2-Passw0rd',
    'Kx9!vQ(7) mW*2&pL<z~Tq/c',
    TOKEN,
    '{"token":null,"password":"","auth":true,"secret":"abcdefgh"}',
    `DB_PASSWORD=${TOKEN}`,
    '-----BEGIN PRIVATE KEY-----\nTUlJQ2FuYXJ5\n-----END PRIVATE KEY-----\n',
  ])('and there is nothing to tell of %j', (value) => {
    expect(masksFor(value).partial).toBeUndefined()
  })
})

/** A credential in JSON in Base64 in JSON…, so many times. */
function nested(levels: number): unknown {
  return levels === 0 ? { password: TOKEN } : { inner: base64(JSON.stringify(nested(levels - 1))) }
}

describe('the number of masks stays usable for', () => {
  test.each([
    [
      'ten variables',
      Array.from({ length: 10 }, (_, index) => `NAME_${index}=canary-${index}-value`).join('\n'),
    ],
    ['a docker configuration', DOCKER],
    ['a connection string', `Server=db;Initial Catalog=app;User ID=app;Password=${TOKEN};Encrypt=True;`],
    [
      'settings of Maven',
      `<settings><servers><server><id>central</id><username>app</username><password>${TOKEN}</password></server></servers></settings>`,
    ],
  ])('%s', (_, value) => {
    expect(masksFor(value).unmaskable).toBeUndefined()
  })
})
