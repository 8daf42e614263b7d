import { __name } from "./rolldown-runtime.mjs";
import { error, info, notice, setSecret, warning } from "./vendor-actions-core.mjs";
import { ClawError, ERRORS, boundedBytes, isJsonObject, isLoopback, isTransientStatus, parseJson, printable, retryAfter, systemClock, withRetry } from "./core.mjs";
import { array, getDotPath, isoTimestamp, literal, looseObject, maxLength, minLength, nonEmpty, nullable, number, object, optional, picklist, pipe, regex, safeParse, string } from "./vendor-valibot.mjs";
import { appendFileSync, existsSync, readFileSync, statSync } from "node:fs";
import { constants as constants$2 } from "node:os";
import { posix } from "node:path";
import { randomUUID } from "node:crypto";
import { setGlobalProxyFromEnv } from "node:http";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
// packages/runner/src/environment.ts
const MAX_EVENT_BYTES = 33554432;
/** Limits of GITHUB_ARTIFACTS: subjects of a job, bytes of a step. */
const MAX_ANNOUNCED = 500;
const MAX_ANNOUNCED_BYTES = 1048576;
function variable(name) {
	const value = process.env[name];
	if (value === void 0 || value === "") throw new ClawError("RUNNER_CONTRACT", `${name} is not set: this runs as a step of a GitHub Actions workflow.`);
	return value;
}
/** The workspace, absolute. */
const workspace = () => variable("GITHUB_WORKSPACE");
/** The path of a file command; the runner makes the file for each step. Throws RUNNER_CONTRACT. */
function commandFile(name) {
	const path = variable(name);
	if (!existsSync(path)) throw new ClawError("RUNNER_CONTRACT", `The file that ${name} names does not exist.`);
	return path;
}
/** Whether the runner takes answers, to be known before there is one. Throws RUNNER_CONTRACT. */
function checkAnswerFiles() {
	for (const name of ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"]) commandFile(name);
}
/** The id of the run, for names in the logs of others; `0` where there is none. Never trusted. */
function runId() {
	const id = process.env["GITHUB_RUN_ID"] ?? "";
	return /^[0-9]{1,20}$/.test(id) ? id : "0";
}
/** What the environment says of the machine. Never trusted: see RunnerFacts. */
function runnerFacts() {
	const text = (name) => {
		const value = process.env[name];
		return value === void 0 || !/^[\w.+-]{1,64}$/.test(value) ? void 0 : value;
	};
	return {
		os: text("RUNNER_OS") ?? process.platform,
		arch: text("RUNNER_ARCH") ?? process.arch,
		image: text("ImageOS"),
		imageVersion: text("ImageVersion"),
		uid: process.geteuid?.(),
		dockerSocket: existsSync("/var/run/docker.sock")
	};
}
const Announced = object({
	version: literal(1),
	subjects: array(object({
		name: pipe(string(), nonEmpty()),
		digest: pipe(string(), nonEmpty()),
		kind: picklist(["file", "oci"])
	}))
});
/** Subjects that earlier steps announced: none where the runner does not offer the list. Throws RUNNER_CONTRACT. */
function announcedSubjects() {
	const path = process.env["GITHUB_ARTIFACTS_LIST"];
	if (path === void 0 || path === "" || !existsSync(path) || statSync(path).size === 0) return [];
	const result = safeParse(Announced, parseJson(readFileSync(path), "GITHUB_ARTIFACTS_LIST"));
	if (!result.success) throw new ClawError("RUNNER_CONTRACT", "GITHUB_ARTIFACTS_LIST has a form that is not known; name the artifacts by input.");
	return result.output.subjects;
}
/** With its scheme, so that a file cannot be named like an image or like a comment. */
const announcement = ({ name, digest, kind }) => kind === "oci" ? `oci://${name}@${digest}` : `file://${name}`;
/** The runner knows a file by the last part of its path alone. */
const announcedName = ({ name, kind }) => kind === "oci" ? name : posix.basename(name);
/** Whether the runner will take `subjects` beside `known`: it fails a step that goes over its limits or gives one name two digests. */
function canAnnounce(subjects, known) {
	for (const subject of subjects) {
		const name = announcedName(subject);
		if ((known.get(name) ?? subject.digest) !== subject.digest) return false;
		known.set(name, subject.digest);
	}
	const text = subjects.map(announcement).join("\n");
	return known.size <= MAX_ANNOUNCED && Buffer.byteLength(text) < MAX_ANNOUNCED_BYTES && subjects.every((subject) => !/[\r\n=]|\s$/.test(announcement(subject)));
}
/**
* Announces what was signed to later steps, where the runner offers it: all of it or, where the runner
* would not take all, none, since a later step would take a part for the whole. Says whether it did.
*/
function announceSubjects(subjects) {
	const path = process.env["GITHUB_ARTIFACTS"];
	if (path === void 0 || path === "" || subjects.length === 0) return false;
	if (!canAnnounce(subjects, new Map(announcedSubjects().map((subject) => [announcedName(subject), subject.digest])))) return false;
	appendFileSync(path, `${subjects.map(announcement).join("\n")}\n`);
	return true;
}
/** The event that started the workflow. Throws RUNNER_CONTRACT or JSON_INVALID. */
function eventPayload() {
	const path = variable("GITHUB_EVENT_PATH");
	if (!existsSync(path) || statSync(path).size > MAX_EVENT_BYTES) throw new ClawError("RUNNER_CONTRACT", "The event file of the runner is absent or too large.");
	const event = parseJson(readFileSync(path), "The event file of the runner");
	if (!isJsonObject(event)) throw new ClawError("RUNNER_CONTRACT", "The event file of the runner is not a JSON object.");
	return event;
}
/** GitHub writes ids as numbers where the token has strings. */
const textOf = (value) => typeof value === "string" ? value : typeof value === "number" ? String(value) : void 0;
/**
* The event file can be rewritten by a process that an earlier step left running: where it names what
* the token names too, both must agree. Throws EVENT_MISMATCH.
*/
function checkEvent(event, claims) {
	const repository = isJsonObject(event["repository"]) ? event["repository"] : {};
	const wrong = [
		{
			field: "repository.id",
			event: repository["id"],
			claim: claims.repositoryId
		},
		{
			field: "repository.full_name",
			event: repository["full_name"],
			claim: claims.repository
		},
		...claims.eventName === "push" || claims.eventName === "workflow_dispatch" ? [{
			field: "ref",
			event: event["ref"],
			claim: claims.ref
		}] : [],
		...claims.eventName === "push" ? [{
			field: "after",
			event: event["after"],
			claim: claims.sha
		}] : []
	].find((pair) => pair.event !== void 0 && textOf(pair.event) !== pair.claim);
	if (wrong !== void 0) throw new ClawError("EVENT_MISMATCH", `The event file says another ${wrong.field} than the OIDC token of the job.`);
}
// packages/runner/src/commands.ts
/**
* NAME<<DELIMITER blocks for one append. @actions/core appends once for each output, so that a step
* killed in between would leave some of them behind: here all stand or none.
*/
function fileCommand(values) {
	return Object.entries(values).map(([name, value]) => {
		const delimiter = `ghadelimiter_${randomUUID()}`;
		if (!/^[A-Za-z_][\w-]*$/.test(name) || value.includes(delimiter)) throw new ClawError("INTERNAL", `The output "${printable(name)}" cannot be written.`);
		return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
	}).join("");
}
/** Sets all outputs at once. */
function setOutputs(outputs) {
	appendFileSync(commandFile("GITHUB_OUTPUT"), fileCommand(outputs));
}
/** Sets variables for every later step of the job, at once. */
function exportVariables(variables) {
	appendFileSync(commandFile("GITHUB_ENV"), fileCommand(variables));
}
/** Keeps a value for the `post` of this very step. It lies in a file of the runner: never a token or a secret. */
function saveState(name, value) {
	if ((process.env["GITHUB_STATE"] ?? "") === "") return;
	appendFileSync(commandFile("GITHUB_STATE"), fileCommand({ [name]: value }));
}
/** What `main` of this step kept, for its `post`. */
function savedState(name) {
	const value = process.env[`STATE_${name}`];
	return value === "" ? void 0 : value;
}
let hide = setSecret;
/**
* For the command line: its stdout is for programs, and without a runner that reads it, a mask command
* would show the very value that it is to hide.
*/
function maskOnStderr() {
	hide = (line) => {
		if (process.env["GITHUB_ACTIONS"] === "true") process.stderr.write(`::add-mask::${line.replaceAll("%", "%25")}\n`);
	};
}
/** Hides a value from the log, line by line: the runner registers each line, and a raw line break would end the command. */
function maskValue(value) {
	for (const line of new Set(value.split(/\r\n|\r|\n/))) if (line.trim() !== "") hide(line);
}
const ANNOTATE = {
	notice,
	warning,
	error
};
/** Annotates the run. Titles are not masked by the runner: pass constants only. */
function annotate(level, title, message) {
	ANNOTATE[level](message, { title });
}
/** One line in the log. Commands that a name could smuggle in are broken: the runner obeys `##[` anywhere in a line. */
function log(line) {
	info(printable(line).replaceAll("##[", "## [").replace(/^\s*::/, ": :"));
}
// packages/runner/src/github-run.ts
const ATTEMPT_MS$1 = 1e4;
const Run = object({
	id: number(),
	run_attempt: number(),
	head_sha: string(),
	run_started_at: pipe(string(), isoTimestamp()),
	repository: object({ id: number() }),
	referenced_workflows: optional(nullable(array(object({
		path: string(),
		sha: pipe(string(), regex(/^[0-9a-f]{40,64}$/))
	}))), [])
});
const statusOf = (error) => isJsonObject(error) && typeof error["status"] === "number" ? error["status"] : void 0;
function failure(error) {
	const status = statusOf(error);
	if (status === 401 || status === 403 || status === 404) return new ClawError("GITHUB_FORBIDDEN", `The run could not be read (status ${status}); input github-token needs "permissions: actions: read".`);
	return new ClawError("GITHUB_FAILED", `The GitHub API did not answer (${status === void 0 ? "no status" : `status ${status}`}).`);
}
/** Start and reusable workflows of the run of `claims`. Throws GITHUB_FORBIDDEN or GITHUB_FAILED. */
async function githubRun(options) {
	const { token, apiUrl, claims, clock = systemClock } = options;
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
		const signal = AbortSignal.timeout(Math.min(budget, ATTEMPT_MS$1));
		const { data } = await octokit.rest.actions.getWorkflowRunAttempt({
			owner,
			repo,
			run_id: Number(claims.runId),
			attempt_number: Number(claims.runAttempt),
			request: {
				signal,
				redirect: "error"
			}
		});
		return data;
	};
	const retryable = (error) => {
		const status = statusOf(error);
		return { retry: status === void 0 || isTransientStatus(status) };
	};
	const data = await withRetry(ask, retryable, clock).catch((error) => {
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
// packages/runner/src/http.ts
const MAX_ANSWER_BYTES = 1048576;
const ATTEMPT_MS = 1e4;
/** What came back where it was not a JSON document with status 200. Holds neither headers nor a body. */
var HttpFailure = class extends Error {
	status;
	after;
	constructor(message, status, after) {
		super(message);
		this.name = "HttpFailure";
		this.status = status;
		this.after = after;
	}
};
async function attempt(url, headers, budget, clock) {
	let response;
	let body;
	try {
		const signal = AbortSignal.timeout(Math.min(budget, ATTEMPT_MS));
		response = await fetch(url, {
			headers,
			signal,
			redirect: "manual"
		});
		const { status } = response;
		const tooLarge = () => new HttpFailure("the answer is too large", status, void 0);
		body = await boundedBytes(response.body ?? [], MAX_ANSWER_BYTES, tooLarge);
	} catch (error) {
		if (error instanceof HttpFailure) throw error;
		throw new HttpFailure(`no answer (${error instanceof Error ? error.name : "unknown"})`, void 0, void 0);
	}
	if (response.status !== 200) throw new HttpFailure(`status ${response.status}`, response.status, retryAfter(response.headers.get("retry-after"), clock));
	return parseJson(body, `The answer of ${url.host}`);
}
/** Whether another try may help: no answer at all, or a status that passes. */
const isTransientFailure = (error) => error instanceof HttpFailure ? {
	retry: error.status === void 0 || isTransientStatus(error.status),
	after: error.after
} : { retry: false };
/** GET `url` as JSON. Throws HttpFailure, or JSON_INVALID for a document that is none. */
function getJson(url, headers, clock) {
	return withRetry((budget) => attempt(url, {
		accept: "application/json",
		...headers
	}, budget, clock), isTransientFailure, clock);
}
// packages/runner/src/identity-claims.ts
/** Clocks of runners are off by seconds; more is a stale or a forged token. */
const SKEW_SECONDS = 60;
const MAX_AGE_SECONDS = 600;
const Id = pipe(string(), regex(/^[0-9]{1,20}$/));
const Commit = pipe(string(), regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/));
/** Printable ASCII without spaces, since the claims end up in provenance. */
const Word = pipe(string(), regex(/^[\x21-\x7e]{1,512}$/));
const WorkflowRef = pipe(string(), regex(/^[\w.-]+\/[\w.-]+\/[^@\s]+@\S+$/));
const Claims = object({
	sub: pipe(string(), nonEmpty(), maxLength(2048)),
	repository: pipe(string(), regex(/^[\w.-]+\/[\w.-]+$/)),
	repository_id: Id,
	repository_owner: Word,
	repository_owner_id: Id,
	repository_visibility: picklist([
		"public",
		"private",
		"internal"
	]),
	ref: Word,
	sha: Commit,
	event_name: pipe(string(), regex(/^[a-z_]+$/)),
	workflow_ref: WorkflowRef,
	workflow_sha: Commit,
	job_workflow_ref: WorkflowRef,
	job_workflow_sha: Commit,
	run_id: Id,
	run_attempt: Id,
	runner_environment: picklist(["github-hosted", "self-hosted"]),
	actor: pipe(string(), nonEmpty(), maxLength(256)),
	actor_id: Id,
	environment: optional(string())
});
const invalid = (why) => new ClawError("OIDC_TOKEN_INVALID", `The OIDC token of the job is refused: ${why}.`);
/** `repo:o/r:…`, and with ids since 2026-07-15 `repo:o@1/r@2:…`. A customised sub has another prefix and is left alone. */
function checkSubject({ sub, repository, repository_id, repository_owner_id }) {
	if (!sub.startsWith("repo:")) return;
	const [owner = "", name = ""] = repository.split("/");
	if (![`repo:${repository}:`, `repo:${owner}@${repository_owner_id}/${name}@${repository_id}:`].some((prefix) => sub.startsWith(prefix))) throw invalid("its sub names another repository than its repository claim");
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
// packages/runner/src/identity-request.ts
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
async function request$1(url, bearer, clock) {
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
__name(request$1, "request");
/** A token lives for five minutes, and what it was exchanged for is renewed later than that: with another. */
const REUSE_MS = 6e4;
/**
* Tokens of the job, one request a minute for each audience; a failure is not kept. The host of the
* request URL is checked against `issuer` before anything is sent. Throws OIDC_UNAVAILABLE,
* OIDC_HOST_REFUSED or OIDC_REQUEST_FAILED.
*/
function jobIdentityTokens({ issuer, clock = systemClock }) {
	const cache = /* @__PURE__ */ new Map();
	const mint = async (audience) => {
		const requestUrl = process.env["ACTIONS_ID_TOKEN_REQUEST_URL"] ?? "";
		const bearer = process.env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] ?? "";
		if (requestUrl === "" || bearer === "") throw unavailable();
		maskValue(bearer);
		const url = URL.parse(requestUrl);
		if (url === null || !isRequestUrlOf(url, issuer)) throw new ClawError("OIDC_HOST_REFUSED", `ACTIONS_ID_TOKEN_REQUEST_URL is not a host of the issuer ${issuer.host}; nothing was sent.`);
		url.searchParams.set("audience", audience);
		return request$1(url, bearer, clock);
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
// packages/runner/src/run-action.ts
/**
* Variables that a job or an earlier step sets for its own programs and that would weaken ours: both are
* read when a connection or a client is made, so that taking them away in time is enough.
*/
const SWITCHES = ["NODE_TLS_REJECT_UNAUTHORIZED", "GOOGLE_SDK_NODE_LOGGING"];
/** Class and place of an unexpected error. Its message may hold a request with a token in it, so it is not shown. */
function describeUnexpected(error) {
	if (!(error instanceof Error)) return typeof error;
	const place = /([\w.-]+\.(?:mjs|ts|js):\d+:\d+)/.exec(error.stack ?? "")?.[1];
	return `${/^\w{1,64}$/.test(error.name) ? error.name : "Error"}${place === void 0 ? "" : ` at ${place}`}`;
}
function report(error) {
	const shown = error instanceof ClawError ? error : new ClawError("INTERNAL", `Something unexpected failed (${describeUnexpected(error)}).`);
	annotate("error", shown.code, `${shown.message} ${ERRORS[shown.code].remedy}`);
	return 1;
}
/** For the command line, which tells of its own errors itself: what is left came before it, or was not expected. */
function reportTool(error) {
	const known = error instanceof ClawError;
	const line = known ? `${error.code}: ${error.message} ${ERRORS[error.code].remedy}` : `INTERNAL: ${describeUnexpected(error)}`;
	process.stderr.write(`${line}\n`);
	return known ? error.exit : 3;
}
/** Ends once what was printed has left the process: open sockets of a cloud client must not keep a finished step alive. */
function exit(code) {
	process.exitCode = code;
	process.stdout.write("", () => process.stderr.write("", () => process.exit(code)));
}
/** A variable that is set to nothing is not set. */
const firstOf = (...values) => values.find((value) => value !== void 0 && value !== "") ?? "";
const isProxy = (text) => ["http:", "https:"].includes(URL.parse(text)?.protocol ?? "");
/**
* Self-hosted runners often reach the world through a proxy alone. Node heeds the variables only when it
* is told to; gRPC and the Azure client read them by themselves. The proxy sees where an https connection
* leads and nothing more. http is for loopback alone and goes past it, for the proxy would see the token.
* Throws INPUT_INVALID, without the value: it may hold a password.
*/
function useProxy() {
	const { https_proxy: lower, HTTPS_PROXY: upper, no_proxy: except, NO_PROXY: Except } = process.env;
	const proxy = firstOf(lower, upper);
	if (proxy === "") return;
	const exceptions = firstOf(except, Except);
	try {
		if (!isProxy(proxy)) throw new TypeError("No URL of a proxy.");
		setGlobalProxyFromEnv({
			https_proxy: proxy,
			no_proxy: exceptions
		});
	} catch {
		throw new ClawError("INPUT_INVALID", "Variable HTTPS_PROXY: write http://HOST:PORT, with what is special in user and password percent-encoded.");
	}
	Object.assign(process.env, {
		https_proxy: proxy,
		no_proxy: exceptions
	});
}
/** Makes the process safe for `main` and ends it with its number. A crash outside of main, in a socket or a timer, must not look like success either. */
async function frame(main, crashed, tell) {
	for (const name of SWITCHES) delete process.env[name];
	process.exitCode = crashed;
	for (const event of ["uncaughtException", "unhandledRejection"]) process.on(event, (error) => {
		tell(error);
		exit(crashed);
	});
	try {
		useProxy();
		const code = await main();
		exit(code === void 0 ? 0 : Number.isInteger(code) ? Number(code) : crashed);
	} catch (error) {
		exit(tell(error));
	}
}
/** Runs `main` of an action; its number is the exit code. Any error is annotated with its code and ends in 1, never in 0. */
const runAction = (main) => frame(main, 1, report);
/** Runs `main` of the command line; its number is the exit code. What it did not expect ends in 3. */
function runTool(main) {
	maskOnStderr();
	return frame(main, 3, reportTool);
}
// packages/runner/src/run-command.ts
/** How a step is cancelled: the runner signals our process only, so the child has to be told. */
const SIGNALS = [
	"SIGINT",
	"SIGTERM",
	"SIGHUP"
];
/** The channel speaks before the process has an id: only what is there by then can be asked for. */
const isChild = (value) => typeof value === "object" && value !== null && "kill" in value;
/** 128 + n where signal n ended the child, as shells report it. */
function exitCodeOf(code, child) {
	const signal = child?.signalCode;
	return signal === null || signal === void 0 ? code : 128 + constants$2.signals[signal];
}
/** What @actions/exec says of a program that it cannot find or start; it quotes the program, nothing of the environment. */
const notStarted = (error) => new ClawError("COMMAND_FAILED", `The command could not be started: ${printable(error instanceof Error ? error.message : "unknown")}`);
/** Runs `commandLine` with exactly `env`; every byte it prints goes to the callbacks and nowhere else. Resolves with its exit code. Throws COMMAND_FAILED where it cannot be started. */
async function runCommand(options) {
	const { exec } = await import("./load-actions-exec.mjs");
	let child;
	/** A signal that came while the program was still looked for. */
	let early;
	const started = () => {
		child?.stdin?.on("error", () => {});
		child?.stdout?.removeAllListeners("data").on("data", options.onStdout);
		child?.stderr?.removeAllListeners("data").on("data", options.onStderr);
		if (early !== void 0) child?.kill(early);
	};
	const seen = (message) => {
		if (child !== void 0 || typeof message !== "object" || message === null) return;
		if (!("process" in message) || !isChild(message.process)) return;
		child = message.process;
		process.nextTick(started);
	};
	const forward = (signal) => {
		if (child === void 0) early = signal;
		else child.kill(signal);
	};
	subscribe("child_process", seen);
	for (const signal of SIGNALS) process.on(signal, forward);
	try {
		return exitCodeOf(await exec(options.commandLine, void 0, {
			env: { ...options.env },
			silent: true,
			ignoreReturnCode: true,
			input: Buffer.alloc(0),
			listeners: {
				stdout: options.onStdout,
				stderr: options.onStderr
			}
		}).catch((error) => {
			throw notStarted(error);
		}), child);
	} finally {
		unsubscribe("child_process", seen);
		for (const signal of SIGNALS) process.off(signal, forward);
	}
}
// packages/runner/src/summary.ts
/** The runner refuses a summary of a step over 1 MiB. */
const MAX_SUMMARY_BYTES = 1048512;
const CUT = "\n\n… cut at the limit of a summary.\n";
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"|": "&#124;",
	"`": "&#96;",
	"@": "&#64;",
	"*": "&#42;",
	_: "&#95;",
	"[": "&#91;",
	"]": "&#93;",
	"!": "&#33;",
	"~": "&#126;",
	"#": "&#35;",
	"\\": "&#92;",
	":": "&#58;",
	".": "&#46;",
	"\"": "&quot;",
	"'": "&#39;"
};
/** Text of any origin as code: no markup, link, mention or table cell can begin in it. */
function codeSpan(text) {
	return `<code>${printable(text).replaceAll(/[&<>|`@*_[\]!~#\\:."']/g, (letter) => ENTITIES[letter] ?? "")}</code>`;
}
/** A Markdown table; cells are taken as they are, so pass them through `codeSpan`. */
function markdownTable(headers, rows) {
	const line = (cells) => `| ${cells.join(" | ")} |`;
	return [
		line(headers),
		line(headers.map(() => "---")),
		...rows.map(line)
	].join("\n");
}
/** In a quoted label Mermaid reads `#code;` entities and nothing else. */
const mermaidLabel = (text) => `"${printable(text).replaceAll(/[^A-Za-z0-9 ./,+-]/gu, (letter) => `#${letter.codePointAt(0) ?? 0};`)}"`;
/** A left-to-right flow chart in Mermaid. */
function mermaidFlow(nodes, edges) {
	return [
		"```mermaid",
		"flowchart LR",
		...[...nodes.map(({ id, label }) => `  ${id}[${mermaidLabel(label)}]`), ...edges.map(({ from, to, label }) => label === "" ? `  ${from} --> ${to}` : `  ${from} -- ${mermaidLabel(label)} --> ${to}`)],
		"```"
	].join("\n");
}
/** Appends to the summary of the step; what is over the limit is cut at the end of a line. */
async function writeSummary(markdown) {
	const bytes = Buffer.from(markdown);
	const text = bytes.length <= MAX_SUMMARY_BYTES ? markdown : bytes.subarray(0, bytes.lastIndexOf("\n", 1048477)).toString("utf8") + CUT;
	appendFileSync(commandFile("GITHUB_STEP_SUMMARY"), `${text}\n`);
}
export { annotate, announceSubjects, announcedSubjects, checkAnswerFiles, checkEvent, codeSpan, eventPayload, exportVariables, githubRun, jobIdentityTokens, log, markdownTable, maskValue, mermaidFlow, runAction, runCommand, runId, runTool, runnerFacts, saveState, savedState, setOutputs, verifyIdentityToken, workspace, writeSummary };
