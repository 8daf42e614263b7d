import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { announcedSubjects, announceSubjects } from '../../../packages/ci/src/github/announcements.ts'
import { runEvent, runnerFacts } from '../../../packages/ci/src/github/run.ts'
import { codeOf } from '../../support/errors.ts'
import { platformVariables } from '../../support/step-environment.ts'
import { variableFiles, capturedOutput } from '../../support/step-output.ts'

const file = variableFiles()
capturedOutput()

const DIGEST = `sha256:${'a'.repeat(64)}`
test('subjects between steps absent, empty and given lists', () => {
  process.env['GITHUB_ARTIFACTS_LIST'] = ''
  expect(announcedSubjects()).toEqual([])
  file('GITHUB_ARTIFACTS_LIST')
  expect(announcedSubjects()).toEqual([])
  file(
    'GITHUB_ARTIFACTS_LIST',
    JSON.stringify({ version: 1, subjects: [{ name: 'a', digest: DIGEST, kind: 'file' }] }),
  )
  expect(announcedSubjects()).toEqual([{ name: 'a', digest: DIGEST, kind: 'file' }])
})

test.each([
  '{',
  '[]',
  '{"version":2,"subjects":[]}',
  '{"version":1}',
  '{"version":1,"subjects":[{"name":"a"}]}',
  '{"version":1,"subjects":[{"name":"","digest":"x","kind":"file"}]}',
  '{"version":1,"subjects":[{"name":"a","digest":"x","kind":"zip"}]}',
])('subjects between steps the list %s is refused', async (text) => {
  file('GITHUB_ARTIFACTS_LIST', text)
  expect(['RUNNER_CONTRACT', 'JSON_INVALID']).toContain(await codeOf(() => announcedSubjects()))
})

const subject = (name: string) => ({ name, digest: DIGEST, kind: 'file' as const })
test('subjects between steps names, and images with their digest', () => {
  file('GITHUB_ARTIFACTS_LIST')
  const path = file('GITHUB_ARTIFACTS')
  expect(announceSubjects([subject('a'), { name: 'registry.example/x', digest: DIGEST, kind: 'oci' }])).toBe(
    true,
  )
  expect(readFileSync(path, 'utf8')).toBe(`file://a\noci://registry.example/x@${DIGEST}\n`)
})

test.each(['b=c', 'e\nf', 'g '])(
  'subjects between steps with the name %j, which the format cannot carry, none is announced',
  (name) => {
    file('GITHUB_ARTIFACTS_LIST')
    const path = file('GITHUB_ARTIFACTS')
    expect(announceSubjects([subject('a'), subject(name)])).toBe(false)
    expect(readFileSync(path, 'utf8')).toBe('')
  },
)

test('subjects between steps two files of one base name are announced only if they are the same file', () => {
  file('GITHUB_ARTIFACTS_LIST', JSON.stringify({ version: 1, subjects: [subject('tool')] }))
  const path = file('GITHUB_ARTIFACTS')
  const other = { ...subject('mac/tool'), digest: `sha256:${'b'.repeat(64)}` }
  expect([
    announceSubjects([other]),
    announceSubjects([subject('linux/x'), { ...other, name: 'mac/x' }]),
    readFileSync(path, 'utf8'),
  ]).toEqual([false, false, ''])
  expect(announceSubjects([subject('linux/tool')])).toBe(true)
})

test('subjects between steps the limit of the job counts what earlier steps announced; past it none is announced', () => {
  const many = Array.from({ length: 500 }, (_, index) => subject(`f${index}`))
  file('GITHUB_ARTIFACTS_LIST', JSON.stringify({ version: 1, subjects: many.slice(0, 499) }))
  const path = file('GITHUB_ARTIFACTS')
  expect([announceSubjects([subject('x'), subject('y')]), readFileSync(path, 'utf8')]).toEqual([false, ''])
  expect(announceSubjects([subject('f0'), subject('x')])).toBe(true)
  process.env['GITHUB_ARTIFACTS'] = ''
  expect(announceSubjects([subject('x')])).toBe(false)
})

describe('the event', () => {
  test.each([
    ['[]', 'RUNNER_CONTRACT'],
    ['', 'JSON_INVALID'],
    ['{"a":1,"a":2}', 'JSON_INVALID'],
    ['null', 'RUNNER_CONTRACT'],
  ])('the file %j is refused', async (text, code) => {
    Object.assign(process.env, platformVariables('', ''))
    file('GITHUB_EVENT_PATH', text)
    expect(await codeOf(() => runEvent())).toBe(code)
  })

  test('a byte order mark is no part of the event', () => {
    Object.assign(process.env, platformVariables('', ''))
    file('GITHUB_EVENT_PATH', '\ufeff{"ref":"refs/heads/main"}\r\n')
    expect(runEvent().payload).toEqual({ ref: 'refs/heads/main' })
  })

  test('facts of the machine are words, or left out', () => {
    const environment = {
      RUNNER_OS: 'Linux',
      RUNNER_ARCH: 'X64',
      ImageOS: 'ubuntu24',
      ImageVersion: '2026\n::x',
    }
    expect(runnerFacts(environment)).toMatchObject({
      os: 'Linux',
      arch: 'X64',
      image: 'ubuntu24',
      imageVersion: undefined,
    })
  })
})
