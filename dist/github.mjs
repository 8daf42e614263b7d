import "./rolldown-runtime.mjs";
import { ClawError, isJsonObject, isPrintable, parseWorkflowRef, printable } from "./core.mjs";
import { array, check, getDotPath, isoTimestamp, looseObject, maxLength, minLength, nonEmpty, nullable, number, object, optional, picklist, pipe, regex, safeParse, string } from "./vendor-valibot.mjs";
import { eventPayload, jobClock, jobEnvironment, maskValue, runVariables } from "./ci.mjs";
import { CONNECTION_CAUSES, HttpFailure, causeOf, getJson, httpClient, isLoopback, isTransientStatus, retryAfter, withRetry } from "./net.mjs";
import { codeSpan } from "./reports.mjs";
// packages/github/src/events/event-fields.ts
/** An own member of `value`, or undefined. */
const member = (value, name) => typeof value === "object" && value !== null && Object.hasOwn(value, name) ? Object.getOwnPropertyDescriptor(value, name)?.value : void 0;
/** What stands at `path`, or undefined. */
const at = (value, ...path) => path.reduce(member, value);
/** The text or the whole number at `path`: a payload has ids as numbers, a token as text. */
function textAt(value, ...path) {
	const found = at(value, ...path);
	if (typeof found === "string") return found === "" ? void 0 : found;
	return Number.isSafeInteger(found) ? String(found) : void 0;
}
// packages/github/src/events/event-claims.ts
const defined = (values) => values.filter((value) => value !== void 0);
const prefixed = (prefix, text) => text === void 0 ? void 0 : `${prefix}${text}`;
const repositoryId = (event) => ({
	field: "repository.id",
	fact: "repositoryId",
	agree: defined([textAt(event, "repository", "id")])
});
const ref = (field, ...agree) => ({
	field,
	fact: "ref",
	agree: defined(agree)
});
const sha = (field, value) => ({
	field,
	fact: "sha",
	agree: defined([value])
});
const branchOf = (event) => prefixed("refs/heads/", textAt(event, "repository", "default_branch"));
const onDefaultBranch = (event) => [repositoryId(event), ref("repository.default_branch", branchOf(event))];
/** For a tag `after` is what was pushed: the tag object, where the tag is annotated or signed. The commit is the head. */
function onPush(event) {
	const pushed = textAt(event, "ref");
	const after = textAt(event, "after");
	const head = textAt(event, "head_commit", "id");
	const isTag = pushed?.startsWith("refs/tags/") === true && head !== void 0;
	return [
		repositoryId(event),
		ref("ref", pushed),
		...isTag ? [] : [sha("after", after)],
		...head === void 0 ? [] : [sha("head_commit.id", head)]
	];
}
function onCreate(event) {
	const prefix = {
		branch: "refs/heads/",
		tag: "refs/tags/"
	}[textAt(event, "ref_type") ?? ""];
	return [repositoryId(event), ref("ref", prefix === void 0 ? void 0 : prefixed(prefix, textAt(event, "ref")))];
}
const onRelease = (event) => {
	const tag = textAt(event, "release", "tag_name");
	return [repositoryId(event), ref("release.tag_name", prefixed("refs/tags/", tag), tag === void 0 ? void 0 : "")];
};
const onDispatch = (event) => {
	const given = textAt(event, "ref");
	return [repositoryId(event), ref("ref", given, prefixed("refs/heads/", given), prefixed("refs/tags/", given))];
};
const onMergeGroup = (event) => [
	repositoryId(event),
	ref("merge_group.head_ref", textAt(event, "merge_group", "head_ref")),
	sha("merge_group.head_sha", textAt(event, "merge_group", "head_sha"))
];
/** Branch, tag or commit, as whoever made the deployment wrote it. */
function onDeployment(event) {
	const given = textAt(event, "deployment", "ref");
	const commit = textAt(event, "deployment", "sha");
	const isCommit = given !== void 0 && /^[0-9a-f]{7,64}$/.test(given) && commit?.startsWith(given) === true;
	return [
		repositoryId(event),
		sha("deployment.sha", commit),
		ref("deployment.ref", isCommit ? "" : given, prefixed("refs/heads/", given), prefixed("refs/tags/", given))
	];
}
const numberOf = (event) => textAt(event, "number") ?? textAt(event, "pull_request", "number");
const mergeRefOf = (event) => {
	const number = numberOf(event);
	return number === void 0 ? void 0 : `refs/pull/${number}/merge`;
};
const baseBranchOf = (event) => prefixed("refs/heads/", textAt(event, "pull_request", "base", "ref"));
const pullRequestBranches = (event) => [{
	field: "pull_request.head.ref",
	fact: "headRef",
	agree: defined([textAt(event, "pull_request", "head", "ref")])
}, {
	field: "pull_request.base.ref",
	fact: "baseRef",
	agree: defined([textAt(event, "pull_request", "base", "ref")])
}];
/** Once merged, a pull request runs on the branch that it went into. */
function onPullRequest(event) {
	const merged = member(member(event, "pull_request"), "merged") === true;
	return [
		repositoryId(event),
		ref("pull_request", mergeRefOf(event), merged ? baseBranchOf(event) : void 0),
		...pullRequestBranches(event)
	];
}
/** The default branch; servers before that change take the base of the pull request. */
const onPullRequestTarget = (event) => [
	repositoryId(event),
	ref("pull_request.base.ref", branchOf(event), baseBranchOf(event)),
	...pullRequestBranches(event)
];
const onReview = (event) => [repositoryId(event), ref("pull_request.number", mergeRefOf(event), baseBranchOf(event))];
const onRepository = (event) => [repositoryId(event)];
/** The payload of an image is not documented. */
const onRepositoryIfNamed = (event) => member(event, "repository") === void 0 ? [] : [repositoryId(event)];
/** The payload may be the cron line alone. */
const onSchedule = (event) => textAt(event, "schedule") === void 0 ? [ref("schedule")] : onRepositoryIfNamed(event);
// packages/github/src/events/event-facts.ts
const WRITERS = {
	startedBy: "writers",
	byDefault: true
};
const HEAD = {
	startedBy: "head",
	byDefault: true
};
/** Writers cause these, but not to release or deploy. */
const UNUSUAL = {
	startedBy: "writers",
	byDefault: false
};
const ANYONE = {
	startedBy: "anyone",
	byDefault: false
};
const TRIAGE = "it takes no write access, but triage";
const READ = "whoever can read the repository can start it";
const ADMIN = "it tells of settings, and nothing is built for it";
/**
* `workflow_call` is none: a called workflow has the event of its caller. Neither is `dynamic`, the name
* that GitHub's own workflows run under, nor `pull_request_comment`, which is `issue_comment`.
*/
const EVENTS = {
	branch_protection_rule: {
		...UNUSUAL,
		says: onDefaultBranch,
		why: ADMIN
	},
	check_run: {
		...ANYONE,
		says: onDefaultBranch,
		why: "a check may be about a commit of a fork"
	},
	check_suite: {
		...ANYONE,
		says: onDefaultBranch,
		why: "a check may be about a commit of a fork"
	},
	create: {
		...WRITERS,
		says: onCreate,
		why: "only writers make branches and tags"
	},
	delete: {
		...UNUSUAL,
		says: onDefaultBranch,
		why: "it runs on the default branch for a ref that is gone"
	},
	deployment: {
		...WRITERS,
		says: onDeployment,
		why: "only writers deploy; the head of a pull request is refused"
	},
	deployment_status: {
		...UNUSUAL,
		says: onDeployment,
		why: "another service decides when it starts"
	},
	discussion: {
		...ANYONE,
		says: onDefaultBranch,
		why: READ
	},
	discussion_comment: {
		...ANYONE,
		says: onDefaultBranch,
		why: READ
	},
	fork: {
		...ANYONE,
		says: onDefaultBranch,
		why: READ
	},
	gollum: {
		...ANYONE,
		says: onDefaultBranch,
		why: "a wiki can be open to everyone"
	},
	image_version: {
		...UNUSUAL,
		says: onRepositoryIfNamed,
		why: "its payload is not documented"
	},
	issue_comment: {
		...ANYONE,
		says: onDefaultBranch,
		why: READ
	},
	issues: {
		...ANYONE,
		says: onDefaultBranch,
		why: READ
	},
	label: {
		...ANYONE,
		says: onDefaultBranch,
		why: TRIAGE
	},
	merge_group: {
		...WRITERS,
		says: onMergeGroup,
		why: "only what was approved enters the queue"
	},
	milestone: {
		...ANYONE,
		says: onDefaultBranch,
		why: TRIAGE
	},
	page_build: {
		...UNUSUAL,
		says: onRepository,
		why: "it tells that pages were built elsewhere"
	},
	project: {
		...ANYONE,
		says: onDefaultBranch,
		why: TRIAGE
	},
	project_card: {
		...ANYONE,
		says: onDefaultBranch,
		why: TRIAGE
	},
	project_column: {
		...ANYONE,
		says: onDefaultBranch,
		why: TRIAGE
	},
	public: {
		...UNUSUAL,
		says: onDefaultBranch,
		why: ADMIN
	},
	pull_request: {
		...HEAD,
		says: onPullRequest,
		why: "a branch of this repository takes a writer; a fork is refused"
	},
	pull_request_review: {
		...ANYONE,
		says: onReview,
		why: READ
	},
	pull_request_review_comment: {
		...ANYONE,
		says: onReview,
		why: READ
	},
	pull_request_target: {
		...ANYONE,
		says: onPullRequestTarget,
		why: "it runs with the rights of this repository on what a stranger proposes"
	},
	push: {
		...WRITERS,
		says: onPush,
		why: "only writers push"
	},
	registry_package: {
		...UNUSUAL,
		says: onRepository,
		why: "whoever may publish a package decides when it starts"
	},
	release: {
		...WRITERS,
		says: onRelease,
		why: "only writers release"
	},
	repository_dispatch: {
		...UNUSUAL,
		says: onDefaultBranch,
		why: "whoever holds a token decides when it starts and what it says"
	},
	schedule: {
		...WRITERS,
		says: onSchedule,
		why: "it runs what stands on the default branch"
	},
	status: {
		...ANYONE,
		says: onRepository,
		why: "a status may be about a commit of a fork"
	},
	watch: {
		...ANYONE,
		says: onDefaultBranch,
		why: READ
	},
	workflow_dispatch: {
		...WRITERS,
		says: onDispatch,
		why: "only writers start workflows by hand"
	},
	workflow_run: {
		...HEAD,
		says: onDefaultBranch,
		why: "it is let through where the run before it came from this repository and not from strangers"
	}
};
/** Whether GitHub starts workflows of a user on an event of this name. */
function isEventName(name) {
	return Object.hasOwn(EVENTS, name);
}
// packages/github/src/events/event.ts
/** Throws RUNNER_CONTRACT or JSON_INVALID. */
function runEvent() {
	return {
		facts: runVariables(),
		payload: eventPayload()
	};
}
/** Whether a workflow started this process; at a keyboard no event did. */
const hasEvent = () => (process.env["GITHUB_EVENT_NAME"] ?? "") !== "";
/** Names of events, one a line of the input. Throws INPUT_INVALID. */
function parseEvents(lines, input) {
	return lines.map((line) => {
		if (isEventName(line)) return line;
		const why = line === "workflow_call" ? "a called workflow has the event of its caller; name that one" : "is no event that starts workflows";
		throw new ClawError("INPUT_INVALID", `Input ${input}: "${printable(line)}" ${why}.`);
	});
}
/**
* Where the payload says what the token or the environment says too, both must agree, and what an event of
* this name always says must be there. Throws EVENT_MISMATCH.
*/
function checkEvent(payload, facts) {
	if (!isEventName(facts.eventName)) return;
	const wrong = EVENTS[facts.eventName].says(payload).find(({ fact, agree }) => !agree.includes(facts[fact]));
	if (wrong === void 0) return;
	const name = printable(facts.eventName);
	throw new ClawError("EVENT_MISMATCH", wrong.agree.length === 0 ? `The event file has no ${wrong.field}, which every ${name} event has.` : `The event file says another ${wrong.field} than the ${name} event of this run.`);
}
/** Ids are compared, since names can be taken over; an absent id (a deleted fork) is foreign. */
function isForeign(payload, ...head) {
	const id = textAt(payload, ...head, "id");
	return id === void 0 || id !== textAt(payload, "repository", "id");
}
/** The run that ended may itself have been started by a stranger; of a chain of runs only the last is told. */
function cameFromStranger(payload, allowed) {
	const before = textAt(payload, "workflow_run", "event") ?? "";
	if (!isEventName(before)) return true;
	return !(EVENTS[before].startedBy === "writers" || before === "pull_request" || allowed.includes(before));
}
/** Why the payload of an event that is allowed by default is refused all the same. */
const STRANGERS = {
	pull_request: (payload) => isForeign(payload, "pull_request", "head", "repo") ? "the pull request comes from a fork" : void 0,
	workflow_run: (payload, allowed) => {
		if (isForeign(payload, "workflow_run", "head_repository")) return "the run before it comes from a fork";
		return cameFromStranger(payload, allowed) ? `strangers may have started the run before it (${printable(textAt(payload, "workflow_run", "event") ?? "no event")})` : void 0;
	},
	deployment: (payload) => /^(?:refs\/)?pull\//.test(textAt(payload, "deployment", "ref") ?? "") ? "what is deployed is a pull request" : void 0
};
const refuse = (name, why) => new ClawError("EVENT_REFUSED", `The event ${printable(name)} gets neither a key nor a secret: ${why}.`);
/**
* Whether the event of the run may use keys and secrets. `allowed` widens the list, and then whoever starts
* such an event may. Throws EVENT_REFUSED or EVENT_MISMATCH.
*/
function admitEvent({ facts, payload }, allowed) {
	const name = facts.eventName;
	if (!isEventName(name)) throw refuse(name, "no workflow of yours is started by it");
	const { byDefault, why } = EVENTS[name];
	const named = allowed.includes(name);
	if (!byDefault && !named) throw refuse(name, why);
	checkEvent(payload, facts);
	const stranger = STRANGERS[name]?.(payload, allowed);
	if (stranger !== void 0 && !named) throw refuse(name, stranger);
	return {
		name,
		widened: !byDefault || stranger !== void 0,
		allowed
	};
}
/** What a reader of the summary must know of the event, in Markdown; empty where nothing was widened. */
function eventNote({ name, widened, allowed }) {
	if (allowed.length === 0) return "";
	const list = allowed.map(codeSpan).join(", ");
	const effect = widened ? `This run was started by ${codeSpan(name)}, which is let through by that input alone.` : "This run did not need it.";
	return `Input ${codeSpan("allow-events")} lets further events use keys and secrets: ${list}. ${effect}`;
}
// packages/github/src/github-run.ts
const ATTEMPT_MS = 1e4;
/** A run that uses a thousand reusable workflows has some 300 KiB. */
const MAX_ANSWER_BYTES = 4194304;
const http = httpClient();
/** An answer other than a run. */
var Refusal = class extends Error {
	status;
	/** Milliseconds to wait where a rate limit is used up, which GitHub answers with 403 too. */
	limited;
	constructor(status, limited) {
		super(`status ${status}`);
		this.name = "Refusal";
		this.status = status;
		this.limited = limited;
	}
};
/** Milliseconds until a used up rate limit is full again; undefined where none is. */
function limitOf({ status, headers }, clock) {
	if (status !== 403 && status !== 429) return void 0;
	const after = retryAfter(headers["retry-after"], clock);
	if (after !== void 0 || headers["x-ratelimit-remaining"] !== "0") return after;
	const reset = headers["x-ratelimit-reset"] ?? "";
	return /^[0-9]{1,12}$/.test(reset) ? Math.max(0, Number(reset) * 1e3 - clock.now()) : 0;
}
/**
* `fetch` as Octokit asks for it, by the one client of ours: its own knows neither a bound on the time of a
* proxy nor one on the size of an answer. No redirect is followed: it would carry the token to another host.
*/
const fetchWithin = (timeout, clock) => async (url, { headers }) => {
	const answer = await http(new URL(url), {
		method: "GET",
		headers,
		timeout,
		maxBytes: MAX_ANSWER_BYTES
	});
	if (answer.status !== 200) throw new Refusal(answer.status, limitOf(answer, clock));
	const type = answer.headers["content-type"] ?? "";
	return new Response(answer.body, {
		status: answer.status,
		headers: { "content-type": type }
	});
};
const Run = object({
	id: number(),
	run_attempt: number(),
	head_sha: string(),
	run_started_at: pipe(string(), isoTimestamp()),
	repository: object({ id: number() }),
	referenced_workflows: optional(nullable(array(object({
		path: pipe(string(), check(isPrintable)),
		sha: pipe(string(), regex(/^[0-9a-f]{40,64}$/))
	}))), [])
});
/** Octokit takes whatever fails for a status 500, and keeps what it was. */
const causeIn = (error) => error instanceof Error ? error.cause : void 0;
const reasonOf = (cause) => {
	if (cause instanceof HttpFailure) return cause.reason;
	if (!(cause instanceof Refusal)) return "an answer that cannot be read";
	return cause.limited === void 0 ? cause.message : `${cause.message}, rate limit`;
};
function hintFor(error) {
	const cause = causeIn(error);
	const why = `GitHub answers ${reasonOf(cause)}`;
	if (cause instanceof HttpFailure) return {
		retry: cause.transient,
		why
	};
	if (!(cause instanceof Refusal)) return { retry: false };
	const { status, limited } = cause;
	return {
		retry: limited !== void 0 || isTransientStatus(status),
		after: limited,
		why
	};
}
/** Octokit's errors carry the request with its token: only the status or the reason goes on. */
function failure(error) {
	const cause = causeIn(error);
	if (cause instanceof ClawError) return cause;
	if (cause instanceof Refusal && cause.limited === void 0 && [
		401,
		403,
		404
	].includes(cause.status)) return new ClawError("GITHUB_FORBIDDEN", `The run could not be read (status ${cause.status}); input github-token needs "permissions: actions: read".`);
	const known = cause instanceof HttpFailure ? causeOf(CONNECTION_CAUSES, cause) : void 0;
	const why = known === void 0 ? "" : `: ${known.what}`;
	return new ClawError("GITHUB_FAILED", `The GitHub API did not tell of the run (${reasonOf(cause)})${why}.`, { remedy: known?.remedy });
}
/** Start and reusable workflows of the run of `claims`. Throws GITHUB_FORBIDDEN or GITHUB_FAILED. */
async function githubRun(options) {
	const { token, apiUrl, claims, clock = jobClock } = options;
	const { getOctokit } = await import("./load-actions-github.mjs");
	const octokit = getOctokit(token, {
		baseUrl: apiUrl.href.replace(/\/$/, ""),
		log: {
			debug() {},
			info() {},
			warn() {},
			error() {}
		}
	});
	const [owner = "", repo = ""] = claims.repository.split("/");
	const ask = async (budget) => {
		const { data } = await octokit.rest.actions.getWorkflowRunAttempt({
			owner,
			repo,
			run_id: Number(claims.runId),
			attempt_number: Number(claims.runAttempt),
			request: { fetch: fetchWithin(Math.min(budget, ATTEMPT_MS), clock) }
		});
		return data;
	};
	const data = await withRetry(ask, hintFor, clock).catch((error) => {
		throw failure(error);
	});
	const result = safeParse(Run, data);
	if (!result.success) throw new ClawError("GITHUB_FAILED", "The GitHub API answered with a run that cannot be read.");
	const run = result.output;
	if (String(run.id) !== claims.runId || String(run.run_attempt) !== claims.runAttempt || String(run.repository.id) !== claims.repositoryId) throw new ClawError("GITHUB_FAILED", "The GitHub API answered with another run than the one of the OIDC token.");
	return {
		startedOn: run.run_started_at,
		referencedWorkflows: run.referenced_workflows ?? []
	};
}
// packages/github/src/identity-claims.ts
/** Clocks of runners are off by seconds; more is a stale or a forged token. */
const SKEW_SECONDS = 60;
const MAX_AGE_SECONDS = 600;
const Id = pipe(string(), regex(/^[0-9]{1,20}$/));
const Commit = pipe(string(), regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/));
/**
* One rule for every claim that holds a name which somebody chose: what git and GitHub allow, of any script,
* spaces and emoji included, but nothing that does not show, since it ends up in provenance and in summaries.
*/
const Text = pipe(string(), maxLength(8192), check(isPrintable));
const Name = pipe(Text, nonEmpty());
const WorkflowRef = pipe(Text, check((text) => parseWorkflowRef(text) !== void 0));
const Claims = object({
	sub: Name,
	repository: pipe(string(), regex(/^[\w.-]+\/[\w.-]+$/)),
	repository_id: Id,
	repository_owner: Name,
	repository_owner_id: Id,
	repository_visibility: picklist([
		"public",
		"private",
		"internal"
	]),
	ref: Text,
	head_ref: optional(Text, ""),
	base_ref: optional(Text, ""),
	sha: Commit,
	event_name: pipe(string(), regex(/^[a-z_]+$/)),
	workflow_ref: WorkflowRef,
	workflow_sha: Commit,
	job_workflow_ref: WorkflowRef,
	job_workflow_sha: Commit,
	run_id: Id,
	run_attempt: Id,
	runner_environment: picklist(["github-hosted", "self-hosted"]),
	actor: Name,
	actor_id: Id,
	environment: optional(Text)
});
const invalid = (why) => new ClawError("OIDC_TOKEN_INVALID", `The OIDC token of the job is refused: ${why}.`);
/**
* `repo:o/r:…`, with ids since 2026-07-15 `repo:o@1/r@2:…`, and either of them alone where a template has no
* further key. A sub that is customised otherwise begins with another key and is left alone.
*/
function checkSubject({ sub, repository, repository_id, repository_owner_id }) {
	if (!sub.startsWith("repo:")) return;
	const [owner = "", name = ""] = repository.split("/");
	if (![`repo:${repository}`, `repo:${owner}@${repository_owner_id}/${name}@${repository_id}`].some((form) => sub === form || sub.startsWith(`${form}:`))) throw invalid("its sub names another repository than its repository claim");
}
async function fetchKeys(issuer, clock) {
	const base = issuer.href.replace(/\/$/, "");
	const discovery = await getJson(new URL(`${base}/.well-known/openid-configuration`), {}, clock);
	const { issuer: named, jwks_uri: location } = isJsonObject(discovery) ? discovery : {};
	const url = typeof location === "string" ? URL.parse(location) : null;
	if (named !== base || url === null || url.origin !== issuer.origin) throw invalid(`the discovery document of ${issuer.host} names another issuer or host`);
	return getJson(url, {}, clock);
}
async function issuerKeys(issuer, clock) {
	try {
		return await fetchKeys(issuer, clock);
	} catch (error) {
		if (error instanceof ClawError && error.code === "OIDC_TOKEN_INVALID") throw error;
		const why = error instanceof HttpFailure ? error.message : "the answer is not JSON";
		throw new ClawError("OIDC_KEYS_UNAVAILABLE", `The keys of ${issuer.host} could not be fetched: ${why}.`);
	}
}
/** Names of the checks that jose reports; its messages are not shown, since they may quote the token. */
function joseProblem(error) {
	const code = isJsonObject(error) && typeof error["code"] === "string" ? error["code"] : "unknown";
	const claim = isJsonObject(error) && typeof error["claim"] === "string" ? `, claim ${printable(error["claim"])}` : "";
	return invalid(`${printable(code)}${claim}`);
}
async function verifySignature(token, keys, expected) {
	const { createLocalJWKSet, decodeProtectedHeader, jwtVerify } = await import("./load-jose.mjs");
	try {
		if (typeof decodeProtectedHeader(token).kid !== "string") throw invalid("its header names no key");
		const { payload } = await jwtVerify(token, createLocalJWKSet(checkKeys(keys)), {
			algorithms: ["RS256"],
			issuer: expected.issuer,
			audience: expected.audience,
			clockTolerance: SKEW_SECONDS,
			currentDate: expected.now,
			maxTokenAge: MAX_AGE_SECONDS,
			requiredClaims: [
				"exp",
				"nbf",
				"iat",
				"jti"
			]
		});
		if (payload.aud !== expected.audience) throw invalid("its aud is not the requested audience alone");
		return payload;
	} catch (error) {
		throw error instanceof ClawError ? error : joseProblem(error);
	}
}
const KeySet = object({ keys: pipe(array(looseObject({
	kty: string(),
	kid: string()
})), minLength(1), maxLength(64)) });
function checkKeys(keys) {
	const result = safeParse(KeySet, keys);
	if (!result.success) throw new ClawError("OIDC_KEYS_UNAVAILABLE", "The key set of the issuer holds no usable key.");
	return result.output;
}
/** Claims of `token` once signature, issuer, audience and times are verified. Throws OIDC_TOKEN_INVALID or OIDC_KEYS_UNAVAILABLE. */
async function verifyIdentityToken(options) {
	const { token, issuer, audience, clock } = options;
	const keys = await issuerKeys(issuer, clock);
	const base = issuer.href.replace(/\/$/, "");
	const payload = await verifySignature(token, keys, {
		issuer: base,
		audience,
		now: new Date(clock.now())
	});
	const result = safeParse(Claims, payload, { abortEarly: true });
	if (!result.success) throw invalid(`its claim ${printable(getDotPath(result.issues[0]) ?? "")} is absent or malformed`);
	const claims = result.output;
	checkSubject(claims);
	return {
		issuer: base,
		subject: claims.sub,
		repository: claims.repository,
		repositoryId: claims.repository_id,
		repositoryOwner: claims.repository_owner,
		repositoryOwnerId: claims.repository_owner_id,
		repositoryVisibility: claims.repository_visibility,
		ref: claims.ref,
		headRef: claims.head_ref,
		baseRef: claims.base_ref,
		sha: claims.sha,
		eventName: claims.event_name,
		workflowRef: claims.workflow_ref,
		workflowSha: claims.workflow_sha,
		jobWorkflowRef: claims.job_workflow_ref,
		jobWorkflowSha: claims.job_workflow_sha,
		runId: claims.run_id,
		runAttempt: claims.run_attempt,
		runnerEnvironment: claims.runner_environment,
		actor: claims.actor,
		actorId: claims.actor_id,
		environment: claims.environment
	};
}
// packages/github/src/identity-request.ts
function unavailable() {
	return new ClawError("OIDC_UNAVAILABLE", "The job has no OIDC identity: ACTIONS_ID_TOKEN_REQUEST_URL or ACTIONS_ID_TOKEN_REQUEST_TOKEN is not set.");
}
/** The host that may be asked for tokens of `issuer`: a suffix that begins with a dot, or one exact host and port. */
function allowedHost(issuer) {
	const [, dataResidency] = /^token\.(actions\.[a-z0-9-]+\.ghe\.com)$/.exec(issuer.hostname) ?? [];
	if (issuer.hostname === "token.actions.githubusercontent.com") return ".actions.githubusercontent.com";
	return dataResidency === void 0 ? issuer.host : `.${dataResidency}`;
}
/** Whether `url` is where a runner of the instance behind `issuer` asks for tokens. */
function isRequestUrlOf(url, issuer) {
	if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(issuer) && isLoopback(url))) return false;
	if (url.username !== "" || url.password !== "") return false;
	const allowed = allowedHost(issuer);
	return allowed.startsWith(".") ? url.host.endsWith(allowed) : url.host === allowed;
}
async function request(url, bearer, clock) {
	const fail = (why) => new ClawError("OIDC_REQUEST_FAILED", `The OIDC token could not be fetched: ${why}.`);
	const answer = await getJson(url, { authorization: `Bearer ${bearer}` }, clock).catch((error) => {
		throw fail(error instanceof HttpFailure ? error.message : "the answer is not JSON");
	});
	const token = isJsonObject(answer) ? answer["value"] : void 0;
	if (typeof token !== "string" || token === "") throw fail("the answer holds no token");
	maskValue(token);
	if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) throw fail("the answer holds no compact JWT");
	return token;
}
/** A token lives for five minutes, and what it was exchanged for is renewed later than that: with another. */
const REUSE_MS = 6e4;
/**
* Tokens of the job, one request a minute for each audience; a failure is not kept. The host of the
* request URL is checked against `issuer` before anything is sent. Throws OIDC_UNAVAILABLE,
* OIDC_HOST_REFUSED or OIDC_REQUEST_FAILED.
*/
function jobIdentityTokens({ issuer, clock = jobClock }) {
	const cache = /* @__PURE__ */ new Map();
	const mint = async (audience) => {
		const { ACTIONS_ID_TOKEN_REQUEST_URL: requestUrl = "", ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer = "" } = jobEnvironment();
		if (requestUrl === "" || bearer === "") throw unavailable();
		maskValue(bearer);
		const url = URL.parse(requestUrl);
		if (url === null || !isRequestUrlOf(url, issuer)) throw new ClawError("OIDC_HOST_REFUSED", `ACTIONS_ID_TOKEN_REQUEST_URL is not a host of the issuer ${issuer.host}; nothing was sent.`);
		url.searchParams.set("audience", audience);
		return request(url, bearer, clock);
	};
	return { mint: async (audience) => {
		const known = cache.get(audience);
		if (known !== void 0 && clock.now() - known.asked < REUSE_MS) return known.token;
		const made = {
			asked: clock.now(),
			token: mint(audience)
		};
		cache.set(audience, made);
		made.token.catch(() => {
			if (cache.get(audience) === made) cache.delete(audience);
		});
		return made.token;
	} };
}
export { admitEvent, checkEvent, eventNote, githubRun, hasEvent, jobIdentityTokens, parseEvents, runEvent, verifyIdentityToken };
