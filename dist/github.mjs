import "./rolldown-runtime.mjs";
import { ClawError, Token, bearer, isCommit, isJsonObject, isPrintable, isRef, isRepository, parseWorkflowRef, printable } from "./core.mjs";
import { array, check, getDotPath, guard, isoTimestamp, literal, looseObject, maxLength, minLength, nonEmpty, nullable, number, object, optional, picklist, pipe, regex, safeParse, string, union } from "./vendor-valibot.mjs";
import { HTTP_STATUS, RequestFailure, hintAfter, isLoopback, requestJson, requestOnce, retryAfter, withRetry } from "./net.mjs";
// packages/github/src/events/event-fields.ts
/** Returns an own member of `value`, or undefined. */
const member = (value, name) => typeof value === "object" && value !== null && Object.hasOwn(value, name) ? Object.getOwnPropertyDescriptor(value, name)?.value : void 0;
/** Returns the value at `path`, or undefined. */
const valueAt = (value, ...path) => path.reduce(member, value);
/** Returns the text or the whole number at `path`: a payload has ids as numbers, a token as text. */
function textAt(value, ...path) {
	const found = valueAt(value, ...path);
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
const defaultBranch = (event) => prefixed("refs/heads/", textAt(event, "repository", "default_branch"));
const onDefaultBranch = (event) => [repositoryId(event), ref("repository.default_branch", defaultBranch(event))];
/** For a tag, `after` is what was pushed: the tag object if the tag is annotated or signed. The commit is the head. */
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
/** `deployment.ref` is a branch, tag or commit, as written by the creator of the deployment. */
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
const pullRequestNumber = (event) => textAt(event, "number") ?? textAt(event, "pull_request", "number");
const mergeRef = (event) => {
	const number = pullRequestNumber(event);
	return number === void 0 ? void 0 : `refs/pull/${number}/merge`;
};
const baseBranch = (event) => prefixed("refs/heads/", textAt(event, "pull_request", "base", "ref"));
const pullRequestBranches = (event) => [{
	field: "pull_request.head.ref",
	fact: "headRef",
	agree: defined([textAt(event, "pull_request", "head", "ref")])
}, {
	field: "pull_request.base.ref",
	fact: "baseRef",
	agree: defined([textAt(event, "pull_request", "base", "ref")])
}];
/** Once merged, a pull request runs on the branch that it was merged into. */
function onPullRequest(event) {
	const merged = member(member(event, "pull_request"), "merged") === true;
	return [
		repositoryId(event),
		ref("pull_request", mergeRef(event), merged ? baseBranch(event) : void 0),
		...pullRequestBranches(event)
	];
}
/** Runs on the default branch; older servers use the base of the pull request. */
const onPullRequestTarget = (event) => [
	repositoryId(event),
	ref("pull_request.base.ref", defaultBranch(event), baseBranch(event)),
	...pullRequestBranches(event)
];
const onReview = (event) => [repositoryId(event), ref("pull_request.number", mergeRef(event), baseBranch(event))];
const onRepository = (event) => [repositoryId(event)];
/** The payload of an image is not documented. */
const onRepositoryIfNamed = (event) => member(event, "repository") === void 0 ? [] : [repositoryId(event)];
/** The payload may be only the cron line. */
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
/** Caused by writers, but not to release or deploy. */
const UNUSUAL = {
	startedBy: "writers",
	byDefault: false
};
const ANYONE = {
	startedBy: "anyone",
	byDefault: false
};
const TRIAGE = "it needs triage access, but not write access";
const READ = "anyone who can read the repository can start it";
const ADMIN = "it reports settings, and nothing is built for it";
/**
* Events by name. `workflow_call` is not one: a called workflow has the event of its caller. Neither is
* `dynamic`, under which GitHub's own workflows run, nor `pull_request_comment`, which is `issue_comment`.
*/
const EVENTS = {
	branch_protection_rule: {
		...UNUSUAL,
		fields: onDefaultBranch,
		why: ADMIN
	},
	check_run: {
		...ANYONE,
		fields: onDefaultBranch,
		why: "a check may be about a commit of a fork"
	},
	check_suite: {
		...ANYONE,
		fields: onDefaultBranch,
		why: "a check may be about a commit of a fork"
	},
	create: {
		...WRITERS,
		fields: onCreate,
		why: "only writers make branches and tags"
	},
	delete: {
		...UNUSUAL,
		fields: onDefaultBranch,
		why: "it runs on the default branch for a ref that is gone"
	},
	deployment: {
		...WRITERS,
		fields: onDeployment,
		why: "only writers deploy; the head of a pull request is refused"
	},
	deployment_status: {
		...UNUSUAL,
		fields: onDeployment,
		why: "another service decides when it starts"
	},
	discussion: {
		...ANYONE,
		fields: onDefaultBranch,
		why: READ
	},
	discussion_comment: {
		...ANYONE,
		fields: onDefaultBranch,
		why: READ
	},
	fork: {
		...ANYONE,
		fields: onDefaultBranch,
		why: READ
	},
	gollum: {
		...ANYONE,
		fields: onDefaultBranch,
		why: "a wiki can be open to everyone"
	},
	image_version: {
		...UNUSUAL,
		fields: onRepositoryIfNamed,
		why: "its payload is not documented"
	},
	issue_comment: {
		...ANYONE,
		fields: onDefaultBranch,
		why: READ
	},
	issues: {
		...ANYONE,
		fields: onDefaultBranch,
		why: READ
	},
	label: {
		...ANYONE,
		fields: onDefaultBranch,
		why: TRIAGE
	},
	merge_group: {
		...WRITERS,
		fields: onMergeGroup,
		why: "only what was approved enters the queue"
	},
	milestone: {
		...ANYONE,
		fields: onDefaultBranch,
		why: TRIAGE
	},
	page_build: {
		...UNUSUAL,
		fields: onRepository,
		why: "it reports that pages were built elsewhere"
	},
	project: {
		...ANYONE,
		fields: onDefaultBranch,
		why: TRIAGE
	},
	project_card: {
		...ANYONE,
		fields: onDefaultBranch,
		why: TRIAGE
	},
	project_column: {
		...ANYONE,
		fields: onDefaultBranch,
		why: TRIAGE
	},
	public: {
		...UNUSUAL,
		fields: onDefaultBranch,
		why: ADMIN
	},
	pull_request: {
		...HEAD,
		fields: onPullRequest,
		why: "a branch of this repository needs a writer; a fork is refused"
	},
	pull_request_review: {
		...ANYONE,
		fields: onReview,
		why: READ
	},
	pull_request_review_comment: {
		...ANYONE,
		fields: onReview,
		why: READ
	},
	pull_request_target: {
		...ANYONE,
		fields: onPullRequestTarget,
		why: "it runs with the rights of this repository on what an outsider proposes"
	},
	push: {
		...WRITERS,
		fields: onPush,
		why: "only writers push"
	},
	registry_package: {
		...UNUSUAL,
		fields: onRepository,
		why: "anyone who may publish a package decides when it starts"
	},
	release: {
		...WRITERS,
		fields: onRelease,
		why: "only writers release"
	},
	repository_dispatch: {
		...UNUSUAL,
		fields: onDefaultBranch,
		why: "anyone who holds a token decides when it starts and what it says"
	},
	schedule: {
		...WRITERS,
		fields: onSchedule,
		why: "it runs what is on the default branch"
	},
	status: {
		...ANYONE,
		fields: onRepository,
		why: "a status may be about a commit of a fork"
	},
	watch: {
		...ANYONE,
		fields: onDefaultBranch,
		why: READ
	},
	workflow_dispatch: {
		...WRITERS,
		fields: onDispatch,
		why: "only writers start workflows by hand"
	},
	workflow_run: {
		...HEAD,
		fields: onDefaultBranch,
		why: "it is allowed if the run before it came from this repository and not from outsiders"
	}
};
/** Says whether an event of this name starts users' workflows. */
function isEventName(name) {
	return Object.hasOwn(EVENTS, name);
}
// packages/github/src/events/event.ts
/** Parses names of events, one per line of the input. Throws INPUT_INVALID. */
function parseEvents(lines, input) {
	return lines.map((line) => {
		if (isEventName(line)) return line;
		throw new ClawError("INPUT_INVALID", line === "workflow_call" ? `Input ${input}: "workflow_call" is not the event of a called workflow, which has that of its caller.` : `Input ${input}: "${printable(line)}" is not an event that starts workflows.`, { remedy: line === "workflow_call" ? "Name the event of the caller." : void 0 });
	});
}
/**
* Checks that the payload agrees with the token or the environment, and has the fields that an event of this
* name always has. Throws EVENT_MISMATCH.
*/
function checkEvent(payload, facts) {
	if (!isEventName(facts.eventName)) return;
	const wrong = EVENTS[facts.eventName].fields(payload).find(({ fact, agree }) => !agree.includes(facts[fact]));
	if (wrong === void 0) return;
	const name = printable(facts.eventName);
	throw new ClawError("EVENT_MISMATCH", wrong.agree.length === 0 ? `The event file has no ${wrong.field}, which every ${name} event has.` : `The event file says another ${wrong.field} than the ${name} event of this run.`);
}
/** Says whether the head is another repository. Compares ids, since names can be taken over; a deleted fork has none. */
function isFork(payload, ...head) {
	const id = textAt(payload, ...head, "id");
	return id === void 0 || id !== textAt(payload, "repository", "id");
}
/** Says whether people without write access may have started the previous run; only the last of a chain is known. */
function isOpenToOutsiders(payload, allowed) {
	const before = textAt(payload, "workflow_run", "event") ?? "";
	if (!isEventName(before)) return true;
	return !(EVENTS[before].startedBy === "writers" || before === "pull_request" || allowed.includes(before));
}
/** Reasons to refuse a payload although its event is allowed by default. */
const REFUSED_PAYLOADS = {
	pull_request: (payload) => isFork(payload, "pull_request", "head", "repo") ? "the pull request comes from a fork" : void 0,
	workflow_run: (payload, allowed) => {
		if (isFork(payload, "workflow_run", "head_repository")) return "the run before it comes from a fork";
		return isOpenToOutsiders(payload, allowed) ? `outsiders may have started the run before it (${printable(textAt(payload, "workflow_run", "event") ?? "no event")})` : void 0;
	},
	deployment: (payload) => /^(?:refs\/)?pull\//.test(textAt(payload, "deployment", "ref") ?? "") ? "it deploys a pull request" : void 0
};
const refusal = (name, why) => new ClawError("EVENT_REFUSED", `The event ${printable(name)} gets neither a key nor a secret: ${why}.`);
/**
* Admits the event of the run to keys and secrets. `allowed` widens the list, for anyone who starts such an
* event. Throws EVENT_REFUSED or EVENT_MISMATCH.
*/
function admitEvent({ facts, payload }, allowed) {
	const name = facts.eventName;
	if (!isEventName(name)) throw refusal(name, "it does not start workflows");
	const { byDefault, why } = EVENTS[name];
	const named = allowed.includes(name);
	if (!byDefault && !named) throw refusal(name, why);
	checkEvent(payload, facts);
	const refused = REFUSED_PAYLOADS[name]?.(payload, allowed);
	if (refused !== void 0 && !named) throw refusal(name, refused);
	return {
		name,
		widened: !byDefault || refused !== void 0,
		allowed
	};
}
// packages/github/src/events/dispatch-inputs.ts
/**
* Returns the inputs of a workflow that was started by hand; undefined for any other event. Throws
* EVENT_MISMATCH if the token of the job names another event.
*/
function dispatchInputs(event, claims) {
	if (claims.eventName !== event?.facts.eventName) throw new ClawError("EVENT_MISMATCH", "The OIDC token of the job names another event than its environment.");
	checkEvent(event.payload, claims);
	const inputs = claims.eventName === "workflow_dispatch" ? event.payload["inputs"] : void 0;
	return isJsonObject(inputs) ? inputs : void 0;
}
// packages/github/src/request-problem.ts
/** A key set has a few KiB, a token less. */
const MAX_ANSWER_BYTES$1 = 1048576;
/** Returns the problem of a request for JSON. */
function requestProblem(error) {
	if (!(error instanceof RequestFailure)) return {
		problem: "the answer is not JSON",
		remedy: void 0
	};
	const { message, told } = error;
	return {
		problem: told === void 0 ? message : `${message}: ${told.what}`,
		remedy: told?.remedy
	};
}
// packages/github/src/identity-request.ts
function unavailable() {
	return new ClawError("OIDC_UNAVAILABLE", "The job has no OIDC identity: ACTIONS_ID_TOKEN_REQUEST_URL or ACTIONS_ID_TOKEN_REQUEST_TOKEN is not set.");
}
/** Returns the host that may be asked for tokens of `issuer`: a suffix that begins with a dot, or an exact host and port. */
function allowedHost(issuer) {
	const [, dataResidency] = /^token\.(actions\.[a-z0-9-]+\.ghe\.com)$/.exec(issuer.hostname) ?? [];
	if (issuer.hostname === "token.actions.githubusercontent.com") return ".actions.githubusercontent.com";
	return dataResidency === void 0 ? issuer.host : `.${dataResidency}`;
}
/** Says whether a runner of the instance behind `issuer` requests tokens at `url`. */
function isRequestUrlFor(url, issuer) {
	if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(issuer) && isLoopback(url))) return false;
	if (url.username !== "" || url.password !== "") return false;
	const allowed = allowedHost(issuer);
	return allowed.startsWith(".") ? url.host.endsWith(allowed) : url.host === allowed;
}
/** Compact serialisation (RFC 7515 §7.1). */
const COMPACT_JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;
async function request(url, requestToken, { clock, mask }) {
	const fail = (why, remedy) => new ClawError("OIDC_REQUEST_FAILED", `The OIDC token could not be fetched: ${why}.`, { remedy });
	const answer = await requestJson({
		url,
		headers: bearer(requestToken),
		service: "GitHub",
		maxBytes: MAX_ANSWER_BYTES$1,
		clock
	}).catch((error) => {
		const { problem, remedy } = requestProblem(error);
		throw fail(problem, remedy);
	});
	const value = isJsonObject(answer) ? answer["value"] : void 0;
	if (typeof value !== "string" || value === "") throw fail("the answer holds no token");
	const token = Token.receive(value, mask);
	if (!COMPACT_JWT.test(token.reveal())) throw fail("the answer holds no compact JWT");
	return token;
}
/** A token lives for five minutes; a later renewal of what it was exchanged for needs a new one. */
const REUSE_MS = 6e4;
/**
* Gets tokens of the job, one request a minute for each audience; a failure is not kept. The host of the
* request URL is checked against `issuer` before anything is sent. Throws OIDC_UNAVAILABLE,
* OIDC_HOST_REFUSED or OIDC_REQUEST_FAILED.
*/
function jobIdentityTokens({ issuer, ...step }) {
	const { environment, mask, clock } = step;
	const cache = /* @__PURE__ */ new Map();
	const mint = async (audience) => {
		const { ACTIONS_ID_TOKEN_REQUEST_URL: requestUrl = "", ACTIONS_ID_TOKEN_REQUEST_TOKEN: given = "" } = environment;
		if (requestUrl === "" || given === "") throw unavailable();
		const requestToken = Token.receive(given, mask);
		const url = URL.parse(requestUrl);
		if (url === null || !isRequestUrlFor(url, issuer)) throw new ClawError("OIDC_HOST_REFUSED", `ACTIONS_ID_TOKEN_REQUEST_URL is not a host of the issuer ${issuer.host}; nothing was sent.`);
		url.searchParams.set("audience", audience);
		return request(url, requestToken, step);
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
// packages/github/src/identity-claims.ts
/** Runners' clocks are off by seconds; more means a stale or forged token. */
const SKEW_SECONDS = 60;
const MAX_AGE_SECONDS = 600;
const Id = pipe(string(), regex(/^[0-9]{1,20}$/));
const CommitId = pipe(string(), guard(isCommit));
/**
* One rule for every claim with a user-chosen name: what git and GitHub allow, in any script, with spaces and
* emoji, but nothing invisible, since it ends up in provenance and in summaries.
*/
const Text = pipe(string(), maxLength(8192), check(isPrintable));
const Name = pipe(Text, nonEmpty());
const WorkflowRef = pipe(Text, check((text) => parseWorkflowRef(text) !== void 0));
const Claims = object({
	sub: Name,
	repository: pipe(string(), guard(isRepository)),
	repository_id: Id,
	repository_owner: Name,
	repository_owner_id: Id,
	repository_visibility: picklist([
		"public",
		"private",
		"internal"
	]),
	ref: union([literal(""), pipe(Text, guard(isRef))]),
	head_ref: optional(Text, ""),
	base_ref: optional(Text, ""),
	sha: CommitId,
	event_name: pipe(string(), regex(/^[a-z_]+$/)),
	workflow_ref: WorkflowRef,
	workflow_sha: CommitId,
	job_workflow_ref: WorkflowRef,
	job_workflow_sha: CommitId,
	run_id: Id,
	run_attempt: Id,
	runner_environment: picklist(["github-hosted", "self-hosted"]),
	actor: Name,
	actor_id: Id,
	environment: optional(Text)
});
const invalid = (why) => new ClawError("OIDC_TOKEN_INVALID", `The OIDC token of the job is refused: ${why}.`);
/**
* Checks `repo:o/r:…`, with ids since 2026-07-15 `repo:o@1/r@2:…`, or either of them alone if a template has no
* further key. A sub customised otherwise begins with another key and is not checked.
*/
function checkSubject({ sub, repository, repository_id, repository_owner_id }) {
	if (!sub.startsWith("repo:")) return;
	const [owner = "", name = ""] = repository.split("/");
	if (![`repo:${repository}`, `repo:${owner}@${repository_owner_id}/${name}@${repository_id}`].some((form) => sub === form || sub.startsWith(`${form}:`))) throw invalid("its sub names another repository than its repository claim");
}
async function fetchKeys(issuer, clock) {
	const base = issuer.href.replace(/\/$/, "");
	const asked = {
		service: "GitHub",
		maxBytes: MAX_ANSWER_BYTES$1,
		clock
	};
	const discovery = await requestJson({
		...asked,
		url: new URL(`${base}/.well-known/openid-configuration`)
	});
	const { issuer: named, jwks_uri: location } = isJsonObject(discovery) ? discovery : {};
	const url = typeof location === "string" ? URL.parse(location) : null;
	if (named !== base || url === null || url.origin !== issuer.origin) throw invalid(`the discovery document of ${issuer.host} names another issuer or host`);
	return requestJson({
		...asked,
		url
	});
}
async function issuerKeys(issuer, clock) {
	try {
		return await fetchKeys(issuer, clock);
	} catch (error) {
		if (error instanceof ClawError && error.code === "OIDC_TOKEN_INVALID") throw error;
		const { problem, remedy } = requestProblem(error);
		throw new ClawError("OIDC_KEYS_UNAVAILABLE", `The keys of ${issuer.host} could not be fetched: ${problem}.`, { remedy });
	}
}
/** Names the check that failed in jose; its messages are not shown, since they may quote the token. */
function joseProblem(error) {
	const code = isJsonObject(error) && typeof error["code"] === "string" ? error["code"] : "unknown";
	const claim = isJsonObject(error) && typeof error["claim"] === "string" ? `, claim ${printable(error["claim"])}` : "";
	return invalid(`${printable(code)}${claim}`);
}
async function verifySignature(token, keys, expected) {
	const { createLocalJWKSet, decodeProtectedHeader, jwtVerify } = await import("./load-jose.mjs");
	try {
		if (typeof decodeProtectedHeader(token.reveal()).kid !== "string") throw invalid("its header names no key");
		const { payload } = await jwtVerify(token.reveal(), createLocalJWKSet(checkKeys(keys)), {
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
/** Verifies signature, issuer, audience and times of `token`, and returns its claims. Throws OIDC_TOKEN_INVALID or OIDC_KEYS_UNAVAILABLE. */
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
// packages/github/src/job-claims.ts
/** No other service accepts a token for this audience, so a leaked one opens nothing. */
const PROVENANCE_AUDIENCE = "https://open-claw.github.io/provenance";
/** Returns the source of the claims in a token of `identity` that `issuer` signed. */
function jobClaims(identity, issuer, clock) {
	const fetchClaims = async () => {
		return verifyIdentityToken({
			token: await identity.mint(PROVENANCE_AUDIENCE),
			issuer,
			audience: PROVENANCE_AUDIENCE,
			clock
		});
	};
	let known;
	return () => {
		known ??= fetchClaims();
		return known;
	};
}
// packages/github/src/github-identity.ts
/** Makes a value once for each issuer, so that all callers share one token. */
function perIssuer(make) {
	const made = /* @__PURE__ */ new Map();
	return (issuer) => {
		const known = made.get(issuer.href) ?? { value: make(issuer) };
		made.set(issuer.href, known);
		return known.value;
	};
}
/** Returns the identity of the job, for a GitHub host or a program that runs inside a job. */
function githubIdentity({ environment, mask, clock, event }) {
	const identity = perIssuer((issuer) => jobIdentityTokens({
		issuer,
		environment,
		mask,
		clock
	}));
	return {
		admitEvent: (allowed) => {
			const started = event();
			return started === void 0 ? void 0 : admitEvent(started, allowed);
		},
		identity,
		claims: perIssuer((issuer) => jobClaims(identity(issuer), issuer, clock))
	};
}
// packages/github/src/github-run.ts
/** A run with a thousand reusable workflows has some 300 KiB. */
const MAX_ANSWER_BYTES = 4194304;
/** Returns the milliseconds until an exhausted rate limit resets; undefined if none is exhausted. */
function rateLimitWait({ status, headers }, clock) {
	if (status !== HTTP_STATUS.forbidden && status !== HTTP_STATUS.tooManyRequests) return void 0;
	const after = retryAfter(headers["retry-after"], clock);
	if (after !== void 0 || headers["x-ratelimit-remaining"] !== "0") return after;
	const reset = headers["x-ratelimit-reset"] ?? "";
	return /^[0-9]{1,12}$/.test(reset) ? Math.max(0, Number(reset) * 1e3 - clock.now()) : 0;
}
/**
* Returns a `fetch` for Octokit that uses our client: Octokit's own limits neither the time of a proxy nor the
* size of an answer. No redirect is followed: it would carry the token to another host.
*/
const fetchWithin = (timeout, clock) => async (url, { headers }) => {
	const readFailure = (answer) => {
		const after = rateLimitWait(answer, clock);
		return after === void 0 ? { after } : {
			after,
			reason: "rate limit",
			passes: true
		};
	};
	const asked = {
		url: new URL(url),
		headers,
		readFailure,
		maxBytes: MAX_ANSWER_BYTES,
		clock
	};
	const answer = await requestOnce(asked, timeout);
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
		sha: pipe(string(), guard(isCommit))
	}))), [])
});
/** Returns the original error: Octokit reports any failure as status 500, and keeps the cause. */
const causeIn = (error) => error instanceof Error ? error.cause : void 0;
const shown = (cause) => {
	if (!(cause instanceof RequestFailure)) return "an answer that cannot be read";
	const { message, reason, status } = cause;
	return status === void 0 || reason === void 0 ? message : `${message}, ${reason}`;
};
function hintFor(error) {
	const cause = causeIn(error);
	return {
		...hintAfter("GitHub")(cause),
		why: `GitHub answers ${shown(cause)}`
	};
}
/** The token is missing, may not read the run, or may not see its repository. */
const REFUSALS = /* @__PURE__ */ new Set([
	HTTP_STATUS.unauthorized,
	HTTP_STATUS.forbidden,
	HTTP_STATUS.notFound
]);
/** Makes a new error: Octokit's carry the request with its token, so only the status or the reason is kept. */
function failure(cause) {
	if (cause instanceof ClawError) return cause;
	const { refused, status = 0, told } = cause instanceof RequestFailure ? cause : new RequestFailure({});
	if (refused && REFUSALS.has(status)) return new ClawError("GITHUB_FORBIDDEN", `The run could not be read (status ${status}); input github-token needs "permissions: actions: read".`);
	const why = told === void 0 ? "" : `: ${told.what}`;
	return new ClawError("GITHUB_FAILED", `The GitHub API did not tell of the run (${shown(cause)})${why}.`, { remedy: told?.remedy });
}
/** Fetches start and reusable workflows of the run of `claims`. Throws GITHUB_FORBIDDEN or GITHUB_FAILED. */
async function githubRun(options) {
	const { token, apiUrl, claims, clock } = options;
	const { getOctokit } = await import("./load-actions-github.mjs");
	const octokit = getOctokit(token.reveal(), {
		baseUrl: apiUrl.href.replace(/\/$/, ""),
		log: {
			debug() {},
			info() {},
			warn() {},
			error() {}
		}
	});
	const [owner = "", repo = ""] = claims.repository.split("/");
	const attempt = async (timeout) => {
		const { data } = await octokit.rest.actions.getWorkflowRunAttempt({
			owner,
			repo,
			run_id: Number(claims.runId),
			attempt_number: Number(claims.runAttempt),
			request: { fetch: fetchWithin(timeout, clock) }
		});
		return data;
	};
	const data = await withRetry(attempt, hintFor, clock).catch((error) => {
		throw failure(causeIn(error));
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
export { dispatchInputs, githubIdentity, githubRun, parseEvents };
