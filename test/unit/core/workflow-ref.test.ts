// Names of workflow files as claims and the API have them.
import { expect, test } from '@jest/globals'
import { parseWorkflowRef } from '@open-claw/core'
import { caseJson, describeWithCases } from '../../support/cases.ts'

test.each([
  ['octo-org/octo-repo/dynamic/pages/pages-build-deployment@refs/heads/main', 'refs/heads/main'],
  // The API lists reusable workflows as the caller wrote them.
  ['octo-org/octo-repo/.github/workflows/deploy.yml@main', 'main'],
  ['octo-org/octo-repo/.github/workflows/deploy.yaml@feature/a@b', 'feature/a@b'],
  // A branch whose name ends like a commit, and one that ends like a ref: neither is a part of the path.
  [`octo-org/octo-repo/.github/workflows/deploy.yml@x@${'a'.repeat(40)}`, `x@${'a'.repeat(40)}`],
  ['octo-org/octo-repo/.github/workflows/deploy.yml@x@refs/heads/main', 'x@refs/heads/main'],
  // Files with an @, by commit.
  [`octo-org/octo-repo/.github/workflows/a@b.yml@${'b'.repeat(64)}`, 'b'.repeat(64)],
  [`octo-org/octo-repo/dynamic/pages@x/build@${'c'.repeat(40)}`, 'c'.repeat(40)],
])('%s', (text, ref) => {
  expect(parseWorkflowRef(text)?.ref).toBe(ref)
})

describeWithCases('workflow files from real use', () => {
  const cases = caseJson('12-claims/claims.json') ?? []
  const texts: string[] = cases.flatMap((one: Record<string, string>) => [
    one['workflow_ref'],
    one['job_workflow_ref'],
  ])
  test('all of them are looked at', () => {
    expect(texts).toHaveLength(6)
  })
  test.each(texts)('%s has the path before the last @refs/', (text) => {
    const { repository, path, ref } = parseWorkflowRef(text) ?? {}
    expect(repository).toBe('octo-org/octo-repo')
    expect(`${repository}/${path}`).toBe(text.slice(0, text.lastIndexOf('@refs/')))
    expect(ref).toBe(text.slice(text.lastIndexOf('@refs/') + 1))
  })
})
