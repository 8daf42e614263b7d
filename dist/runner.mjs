import { __name } from "./rolldown-runtime.mjs";
import { debug, error, info, notice, setSecret, warning } from "./vendor-actions-core.mjs";
import { CONNECTION_CAUSES, ClawError, ERRORS, HttpFailure, causeOf, checkProxy, errorAddress, errorLine, httpClient, isJsonObject, isLoopback, isPrintable, isTransientStatus, parseJson, parseWorkflowRef, printable, printableText, retryAfter, systemClock, toldError, withRetry } from "./core.mjs";
import { array, check, getDotPath, isoTimestamp, literal, looseObject, maxLength, minLength, nonEmpty, nullable, number, object, optional, picklist, pipe, regex, safeParse, string } from "./vendor-valibot.mjs";
import http from "node:http";
import { appendFileSync, chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { constants as constants$2, devNull, tmpdir } from "node:os";
import { dirname, join, posix, win32 } from "node:path";
import { randomUUID } from "node:crypto";
import { spawn } from "node:child_process";
import { subscribe } from "node:diagnostics_channel";
// packages/runner/src/client-variables.ts
const CLIENT_VARIABLES = [
	{
		reader: "Google clients (google-gax)",
		names: ["GOOGLE_API_USE_CLIENT_CERTIFICATE"],
		decides: [
			"program",
			"identity",
			"host"
		],
		fate: "never"
	},
	{
		reader: "Google clients (google-gax)",
		names: ["GOOGLE_API_USE_MTLS_ENDPOINT", "GOOGLE_CLOUD_UNIVERSE_DOMAIN"],
		decides: ["host"],
		fate: "never"
	},
	{
		reader: "Google clients (google-gax)",
		names: [
			"GOOGLE_SDK_NODE_*",
			"GCP_CLIENT_*",
			"GCP_ARTIFACT",
			"SERVER_ADDRESS",
			"SERVER_PORT"
		],
		decides: ["log"],
		fate: "never"
	},
	{
		reader: "gRPC (@grpc/grpc-js)",
		names: ["GRPC_DEFAULT_SSL_ROOTS_FILE_PATH", "GRPC_SSL_CIPHER_SUITES"],
		decides: ["trust"],
		fate: "never"
	},
	{
		reader: "gRPC (@grpc/grpc-js)",
		names: [
			"GRPC_PROXY",
			"NO_GRPC_PROXY",
			"GRPC_NODE_USE_ALTERNATIVE_RESOLVER",
			"GRPC_EXPERIMENTAL_*"
		],
		decides: ["transport"],
		fate: "never"
	},
	{
		reader: "gRPC (@grpc/grpc-js)",
		names: [
			"GRPC_TRACE",
			"GRPC_VERBOSITY",
			"GRPC_NODE_TRACE",
			"GRPC_NODE_VERBOSITY",
			"GRPC_NODE_DEBUG_*"
		],
		decides: ["log"],
		fate: "never"
	},
	{
		reader: "google-auth-library",
		names: ["GOOGLE_EXTERNAL_ACCOUNT_ALLOW_EXECUTABLES"],
		decides: ["program"],
		fate: "never"
	},
	{
		reader: "google-auth-library",
		names: [
			"GOOGLE_APPLICATION_CREDENTIALS",
			"GOOGLE_API_CERTIFICATE_CONFIG",
			"CLOUDSDK_CONFIG"
		],
		decides: ["identity", "host"],
		fate: "ambient"
	},
	{
		reader: "google-auth-library",
		names: ["GOOGLE_CLOUD_QUOTA_PROJECT"],
		decides: ["nothing of these"],
		fate: "ambient"
	},
	{
		reader: "google-auth-library",
		names: [
			"GOOGLE_CLOUD_PROJECT",
			"GCLOUD_PROJECT",
			"DEBUG_AUTH"
		],
		decides: ["log"],
		fate: "never"
	},
	{
		reader: "gcp-metadata",
		names: [
			"GCE_METADATA_HOST",
			"GCE_METADATA_IP",
			"METADATA_SERVER_DETECTION",
			"DETECT_GCP_RETRIES"
		],
		decides: ["host", "identity"],
		fate: "ambient"
	},
	{
		reader: "gcp-metadata and google-auth-library",
		names: [
			"CLOUD_RUN_*",
			"FUNCTION_NAME",
			"FUNCTION_TARGET",
			"GAE_MODULE_NAME",
			"GAE_SERVICE",
			"K_CONFIGURATION",
			"K_SERVICE"
		],
		decides: ["identity"],
		fate: "ambient"
	},
	{
		reader: "AWS clients",
		names: [
			"AWS_ENDPOINT_URL*",
			"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
			"AWS_USE_DUALSTACK_ENDPOINT",
			"AWS_USE_FIPS_ENDPOINT",
			"AWS_S3_*"
		],
		decides: ["host"],
		fate: "never"
	},
	{
		reader: "AWS clients",
		names: [
			"AWS_AUTH_SCHEME_PREFERENCE",
			"AWS_BEARER_TOKEN_*",
			"AWS_SIGV4A_SIGNING_REGION_SET",
			"AWS_DISABLE_CLOCK_SKEW_CORRECTION"
		],
		decides: ["identity"],
		fate: "never"
	},
	{
		reader: "AWS clients",
		names: [
			"AWS_DEFAULTS_MODE",
			"AWS_ENABLE_*",
			"AWS_EXECUTION_ENV",
			"AWS_LAMBDA_*",
			"AWS_MAX_ATTEMPTS",
			"AWS_NEW_RETRIES_*",
			"AWS_RETRY_MODE",
			"AWS_SDK_*",
			"_X_AMZN_TRACE_ID"
		],
		decides: ["transport"],
		fate: "never"
	},
	{
		reader: "AWS clients",
		names: [
			"AWS_ACCESS_KEY_ID",
			"AWS_ACCOUNT_ID",
			"AWS_CREDENTIAL_EXPIRATION",
			"AWS_CREDENTIAL_SCOPE",
			"AWS_DEFAULT_REGION",
			"AWS_LOGIN_CACHE_DIRECTORY",
			"AWS_REGION",
			"AWS_ROLE_ARN",
			"AWS_ROLE_SESSION_NAME",
			"AWS_SECRET_ACCESS_KEY",
			"AWS_SESSION_TOKEN",
			"AWS_WEB_IDENTITY_TOKEN_FILE"
		],
		decides: ["identity"],
		fate: "ambient"
	},
	{
		reader: "AWS clients",
		names: [
			"AWS_CONFIG_FILE",
			"AWS_PROFILE",
			"AWS_SHARED_CREDENTIALS_FILE"
		],
		decides: [
			"identity",
			"host",
			"program"
		],
		fate: "ambient"
	},
	{
		reader: "AWS clients",
		names: ["AWS_CONTAINER_*", "AWS_EC2_METADATA_*"],
		decides: ["host", "identity"],
		fate: "ambient"
	},
	{
		reader: "Azure clients",
		names: ["AZURE_LOG_LEVEL", "AZURE_IDENTITY_*"],
		decides: ["log"],
		fate: "never"
	},
	{
		reader: "@azure/identity",
		names: [
			"AZURE_ADDITIONALLY_ALLOWED_TENANTS",
			"AZURE_CLIENT_*",
			"AZURE_CONFIG_DIR",
			"AZURE_FEDERATED_TOKEN_FILE",
			"AZURE_PASSWORD",
			"AZURE_TENANT_ID",
			"AZURE_TOKEN_CREDENTIALS",
			"AZURE_USERNAME"
		],
		decides: ["identity", "program"],
		fate: "ambient"
	},
	{
		reader: "@azure/identity",
		names: [
			"AZURE_AUTHORITY_HOST",
			"AZURE_KUBERNETES_*",
			"AZURE_POD_IDENTITY_AUTHORITY_HOST",
			"AZURE_REGIONAL_AUTHORITY_NAME",
			"IDENTITY_ENDPOINT",
			"IDENTITY_HEADER",
			"IDENTITY_SERVER_THUMBPRINT",
			"IMDS_ENDPOINT",
			"MSAL_FORCE_REGION",
			"MSI_ENDPOINT",
			"MSI_SECRET",
			"REGION_NAME"
		],
		decides: ["host", "identity"],
		fate: "ambient"
	},
	{
		reader: "our own client of Vault",
		names: ["VAULT_TOKEN", "BAO_TOKEN"],
		decides: ["identity"],
		fate: "ambient"
	},
	{
		reader: "all that look into the home of the user",
		names: [
			"HOME",
			"USERPROFILE",
			"HOMEDRIVE",
			"HOMEPATH",
			"APPDATA",
			"LOCALAPPDATA",
			"PROGRAMDATA",
			"PROGRAMFILES"
		],
		decides: [
			"identity",
			"host",
			"program"
		],
		fate: "ambient"
	},
	{
		reader: "@sigstore/tuf",
		names: ["XDG_DATA_HOME"],
		decides: ["trust"],
		fate: "never"
	},
	{
		reader: "the clients of Azure, gRPC, @actions/http-client and Node.js",
		names: [
			"HTTP_PROXY",
			"ALL_PROXY",
			"NODE_USE_ENV_PROXY"
		],
		decides: ["transport"],
		fate: "never"
	},
	{
		reader: "debug, retry-request, readable-stream, undici, minimatch, yaml, the clients of the clouds",
		names: [
			"DEBUG*",
			"JEST_WORKER_ID",
			"LOG_STREAM",
			"LOG_TOKENS",
			"NODE_DEBUG",
			"NODE_V8_COVERAGE",
			"READABLE_STREAM",
			"UNDICI_NO_FG",
			"__MINIMATCH_TESTING_PLATFORM__"
		],
		decides: ["log"],
		fate: "never"
	},
	{
		reader: "Node.js",
		names: ["NODE_TLS_REJECT_UNAUTHORIZED"],
		decides: ["trust"],
		fate: "never"
	},
	{
		reader: "supports-color, commander",
		names: [
			"CI_NAME",
			"CLICOLOR_FORCE",
			"TEAMCITY_VERSION",
			"TERM_PROGRAM*"
		],
		decides: ["nothing of these"],
		fate: "never"
	},
	{
		reader: "supports-color, commander",
		names: ["NO_COLOR", "FORCE_COLOR"],
		decides: ["nothing of these"],
		fate: "heeded"
	},
	{
		reader: "every client of ours",
		names: ["HTTPS_PROXY", "NO_PROXY"],
		decides: ["transport"],
		fate: "heeded"
	},
	{
		reader: "Node.js, when the process starts",
		names: [
			"NODE_EXTRA_CA_CERTS",
			"NODE_USE_SYSTEM_CA",
			"SSL_CERT_FILE",
			"SSL_CERT_DIR"
		],
		decides: ["trust"],
		fate: "heeded"
	}
];
// packages/runner/src/process-environment.ts
/**
* What stays, in upper case: what the runner and the workflow tell an action, what the operating system and
* Node.js need, and how this machine reaches the world. Not `ACTIONS_*`: who holds these can ask for the
* identity of the job, so no program that a client starts is to inherit them.
*/
const KEPT = [
	[
		"GITHUB_*",
		"RUNNER_*",
		"INPUT_*",
		"STATE_*",
		"CI"
	],
	[
		"PATH",
		"PATHEXT",
		"COMSPEC",
		"SYSTEMROOT",
		"SYSTEMDRIVE",
		"WINDIR",
		"TEMP",
		"TMP",
		"TMPDIR"
	],
	[
		"LANG",
		"LANGUAGE",
		"LC_*",
		"TZ",
		"TERM",
		"COLORTERM",
		"COLUMNS",
		"LINES"
	],
	["UV_THREADPOOL_SIZE"],
	CLIENT_VARIABLES.flatMap(({ names, fate }) => fate === "heeded" ? names : [])
].flat();
const AMBIENT = CLIENT_VARIABLES.flatMap(({ names, fate }) => fate === "ambient" ? names : []);
/**
* Taken from the command of the user as well. The first would let anyone on the way answer for a service; the
* second makes Google's clients print what they receive, secrets among it, in a form that no mask covers.
*/
const TAKEN_FROM_ALL = ["NODE_TLS_REJECT_UNAUTHORIZED", "GOOGLE_SDK_NODE_LOGGING"];
/** Without case: Windows knows none, and some clients read two spellings. */
const matches = (name, patterns) => {
	const folded = name.toUpperCase();
	return patterns.some((pattern) => pattern.endsWith("*") ? folded.startsWith(pattern.slice(0, -1)) : folded === pattern);
};
/** A device, below which no file can be. */
const NO_HOME = {
	HOME: devNull,
	USERPROFILE: devNull
};
const without = (variables, patterns) => Object.fromEntries(Object.entries(variables).filter(([name]) => !matches(name, patterns)));
/** Node.js reads it when it starts, and gives `fetch` and the requests of clients without an agent a proxy. */
const ENV_PROXY = "NODE_USE_ENV_PROXY";
/** Takes that proxy away again. Node.js does so for a proxy alone past which every host goes. */
function forgetStartProxy() {
	const none = "http://127.0.0.1";
	http.setGlobalProxyFromEnv({
		http_proxy: none,
		https_proxy: none,
		no_proxy: "*"
	});
}
let given;
/** Takes from our process what is not known to be harmless. Once, and before any client is loaded. */
function isolateEnvironment() {
	given ??= without(process.env, TAKEN_FROM_ALL);
	if (process.env[ENV_PROXY] !== void 0) forgetStartProxy();
	for (const name of Object.keys(process.env)) if (!matches(name, KEPT)) delete process.env[name];
	Object.assign(process.env, NO_HOME);
}
/** Inputs, which may hold a key, are read by the time that a client could start a program. */
const READ_BY_NOW = ["INPUT_*", "STATE_*"];
/**
* Gives back what names credentials of the machine, where `credentials: ambient` asks for them, to be called
* once inputs are read: chains of AWS and Azure start programs, which inherit what is left.
*/
function admitMachineCredentials() {
	if (given === void 0) return;
	for (const name of Object.keys(process.env)) if (matches(name, READ_BY_NOW)) delete process.env[name];
	for (const name of Object.keys(NO_HOME)) delete process.env[name];
	for (const [name, value] of Object.entries(given)) if (matches(name, AMBIENT)) process.env[name] = value;
}
/** The variables that the job set, for a command of the user. */
const jobEnvironment = () => given ?? process.env;
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
		const value = jobEnvironment()[name];
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
	if (!result.success) throw new ClawError("RUNNER_CONTRACT", "GITHUB_ARTIFACTS_LIST has a form that is not known.", { remedy: "Name the artifacts by input." });
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
/** What the platform says of the run; it sets these after what a workflow or an earlier step could. Throws RUNNER_CONTRACT. */
function runVariables() {
	return {
		eventName: variable("GITHUB_EVENT_NAME"),
		repositoryId: variable("GITHUB_REPOSITORY_ID"),
		sha: variable("GITHUB_SHA"),
		ref: process.env["GITHUB_REF"] ?? "",
		headRef: process.env["GITHUB_HEAD_REF"] ?? "",
		baseRef: process.env["GITHUB_BASE_REF"] ?? ""
	};
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
/** Commands that a name could smuggle in are broken. A line is whole: what to do stands at its end. */
const harmless = (line) => printableText(line).replace(/^\s*::/, ": :");
/** One line in the log. */
const log = (line) => info(harmless(line));
/** One line in the log that is no result: the command line keeps its stdout for those. */
const logProgress = (line) => {
	process.stderr.write(`${harmless(line)}\n`);
};
/** One line that the runner shows with debug logging alone. */
const debugLine = (line) => debug(printable(line));
// packages/runner/src/event-fields.ts
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
// packages/runner/src/event-claims.ts
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
// packages/runner/src/event-facts.ts
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
const asCode = (shown) => `<code>${shown.replaceAll(/[&<>|`@*_[\]!~#\\:."']/g, (letter) => ENTITIES[letter] ?? "")}</code>`;
/** A name of any origin as code: no markup, link, mention or table cell can begin in it. Cut where no name is longer. */
const codeSpan = (text) => asCode(printable(text));
/** The same for sentences, uncut: what counts in a message may come last. */
const codeText = (text) => asCode(printableText(text));
/** A Markdown table; cells are taken as they are, so pass them through `codeSpan`. */
function markdownTable(headers, rows) {
	const line = (cells) => `| ${cells.join(" | ")} |`;
	return [
		line(headers),
		line(headers.map(() => "---")),
		...rows.map(line)
	].join("\n");
}
/** `1 artifact`, `2 artifacts` */
const plural = (count, what) => `${count} ${what}${count === 1 ? "" : "s"}`;
/** Digits of a digest that are shown where the whole one would push a column out of sight. */
const SHOWN_DIGITS = 12;
/** A name in a column; wider ones lose their middle, since both ends tell names apart. */
const MAX_COLUMN = 44;
/** The first digits of a digest; the whole one belongs into a folded part. */
const shortDigest = (digest) => codeSpan(digest.slice(0, SHOWN_DIGITS));
/** A name that fits a column. */
function shortName(name, width = MAX_COLUMN) {
	const letters = Array.from(name);
	const head = Math.floor((width - 1) / 3);
	return codeSpan(letters.length <= width ? name : `${letters.slice(0, head).join("")}…${letters.slice(head + 1 - width).join("")}`);
}
/** A code that links to what the documentation says of it. */
const codeLink = (code) => `[${code}](${errorAddress(code)})`;
/** What is there for those who look for it. `title` is Markdown of ours. */
const folded = (title, body) => `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
const escapeUnits = (letter) => letter.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
/**
* Names and whole digests in a block of code, one value a line, since such a block does not wrap. None of
* its lines can end it. What JSON would leave invisible is escaped, and what could be markup, were the block
* ever shown as something else.
*/
function jsonBlock(values) {
	return `\`\`\`json\n${JSON.stringify(values, null, 1).replaceAll(/[^\n\x20-\x7e]|[<>`]/gu, (letter) => isPrintable(letter) && !"<>`".includes(letter) ? letter : escapeUnits(letter))}\n\`\`\``;
}
/** Appends to the summary of the step; what is over the limit is cut at the end of a line. */
function appendSummary(markdown) {
	const bytes = Buffer.from(markdown);
	const text = bytes.length <= MAX_SUMMARY_BYTES ? markdown : bytes.subarray(0, bytes.lastIndexOf("\n", 1048477)).toString("utf8") + CUT;
	appendFileSync(commandFile("GITHUB_STEP_SUMMARY"), `${text}\n`);
}
/** The same, for ports. */
const writeSummary = async (markdown) => appendSummary(markdown);
// packages/runner/src/event.ts
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
// packages/runner/src/job-clock.ts
/** Shorter waits are over before anybody reads of them. Milliseconds. */
const TOLD_FROM = 2e3;
/** The system's clock, which tells of long waits. */
const jobClock = {
	now: () => systemClock.now(),
	sleep(milliseconds, why) {
		if (milliseconds >= TOLD_FROM) logProgress(`Waiting ${Math.round(milliseconds / 1e3)} s to ask again: ${why}.`);
		return systemClock.sleep(milliseconds, why);
	}
};
// packages/runner/src/github-run.ts
const ATTEMPT_MS$1 = 1e4;
/** A run that uses a thousand reusable workflows has some 300 KiB. */
const MAX_ANSWER_BYTES$1 = 4194304;
const http$2 = httpClient();
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
	const answer = await http$2(new URL(url), {
		method: "GET",
		headers,
		timeout,
		maxBytes: MAX_ANSWER_BYTES$1
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
function hintFor$1(error) {
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
__name(hintFor$1, "hintFor");
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
			request: { fetch: fetchWithin(Math.min(budget, ATTEMPT_MS$1), clock) }
		});
		return data;
	};
	const data = await withRetry(ask, hintFor$1, clock).catch((error) => {
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
const http$1 = httpClient();
async function attempt(url, headers, budget, clock) {
	const { status, body, ...answer } = await http$1(url, {
		method: "GET",
		headers,
		timeout: Math.min(budget, ATTEMPT_MS),
		maxBytes: MAX_ANSWER_BYTES
	});
	if (status === 200) return parseJson(body, `The answer of ${url.host}`);
	const after = retryAfter(answer.headers["retry-after"], clock);
	throw new HttpFailure(`status ${status}`, isTransientStatus(status), after);
}
const hintFor = (error) => error instanceof HttpFailure ? {
	retry: error.transient,
	after: error.after,
	why: `GitHub answers: ${error.reason}`
} : { retry: false };
/** GET `url` as JSON. Throws HttpFailure, or JSON_INVALID for a document that is none. */
function getJson(url, headers, clock) {
	return withRetry((budget) => attempt(url, {
		accept: "application/json",
		...headers
	}, budget, clock), hintFor, clock);
}
// packages/runner/src/identity-claims.ts
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
const invalid$1 = /* @__PURE__ */ __name((why) => new ClawError("OIDC_TOKEN_INVALID", `The OIDC token of the job is refused: ${why}.`), "invalid");
/**
* `repo:o/r:…`, with ids since 2026-07-15 `repo:o@1/r@2:…`, and either of them alone where a template has no
* further key. A sub that is customised otherwise begins with another key and is left alone.
*/
function checkSubject({ sub, repository, repository_id, repository_owner_id }) {
	if (!sub.startsWith("repo:")) return;
	const [owner = "", name = ""] = repository.split("/");
	if (![`repo:${repository}`, `repo:${owner}@${repository_owner_id}/${name}@${repository_id}`].some((form) => sub === form || sub.startsWith(`${form}:`))) throw invalid$1("its sub names another repository than its repository claim");
}
async function fetchKeys(issuer, clock) {
	const base = issuer.href.replace(/\/$/, "");
	const discovery = await getJson(new URL(`${base}/.well-known/openid-configuration`), {}, clock);
	const { issuer: named, jwks_uri: location } = isJsonObject(discovery) ? discovery : {};
	const url = typeof location === "string" ? URL.parse(location) : null;
	if (named !== base || url === null || url.origin !== issuer.origin) throw invalid$1(`the discovery document of ${issuer.host} names another issuer or host`);
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
	return invalid$1(`${printable(code)}${claim}`);
}
async function verifySignature(token, keys, expected) {
	const { createLocalJWKSet, decodeProtectedHeader, jwtVerify } = await import("./load-jose.mjs");
	try {
		if (typeof decodeProtectedHeader(token).kid !== "string") throw invalid$1("its header names no key");
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
		if (payload.aud !== expected.audience) throw invalid$1("its aud is not the requested audience alone");
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
	if (!result.success) throw invalid$1(`its claim ${printable(getDotPath(result.issues[0]) ?? "")} is absent or malformed`);
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
function jobIdentityTokens({ issuer, clock = jobClock }) {
	const cache = /* @__PURE__ */ new Map();
	const mint = async (audience) => {
		const { ACTIONS_ID_TOKEN_REQUEST_URL: requestUrl = "", ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer = "" } = jobEnvironment();
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
// packages/runner/src/error-summary.ts
/** The section of an error: what failed, what to do, where to read more. */
function errorSummary(error) {
	const { code, message, remedy, address } = toldError(error);
	return [
		`## ❌ Open Claw: [${code}](${address})`,
		codeText(message),
		`**What to do:** ${remedy === ERRORS[code].remedy ? remedy : codeText(remedy)}`
	].join("\n\n");
}
/** Writes it. A denial has its own summary, which lists the reasons; no failure to write may hide the error itself. */
function writeErrorSummary(error) {
	if (error.code === "DENIED") return;
	try {
		appendSummary(errorSummary(error));
	} catch {}
}
// packages/runner/src/request-log.ts
/** Where providers put the id of a request in an answer. */
const ID_HEADERS = [
	"x-amzn-requestid",
	"x-amz-request-id",
	"x-ms-request-id",
	"x-goog-request-id",
	"x-github-request-id",
	"x-request-id"
];
const fieldOf = (value, name) => typeof value === "object" && value !== null ? Reflect.get(value, name) : void 0;
/** A short word in the alphabet of ids and hosts; anything else is not shown. */
const wordOf = (value) => typeof value === "string" && /^[\w.:[\]-]{1,128}$/.test(value) ? value : typeof value === "number" ? String(value) : "?";
/** The value of a header in the flat list of names and values that undici hands on. */
function listed(headers, name) {
	if (!Array.isArray(headers)) return fieldOf(headers, name);
	const words = headers.map(String);
	const index = words.findIndex((word, place) => place % 2 === 0 && word.toLowerCase() === name);
	return index === -1 ? void 0 : words[index + 1];
}
const answerOf = (status) => (message) => {
	const response = fieldOf(message, "response");
	return [fieldOf(response, status), fieldOf(response, "headers")];
};
/** Requests of HTTP/1 (node:http, node:https), of gRPC (node:http2) and of fetch. */
const CHANNELS = [
	{
		name: "http.client.request.start",
		key: "request",
		about: (message) => {
			const request = fieldOf(message, "request");
			return [fieldOf(request, "method"), fieldOf(request, "host")];
		}
	},
	{
		name: "http.client.response.finish",
		key: "request",
		answer: answerOf("statusCode")
	},
	{
		name: "http.client.request.error",
		key: "request"
	},
	{
		name: "http2.client.stream.created",
		key: "stream",
		about: (message) => {
			const headers = fieldOf(message, "headers");
			return [fieldOf(headers, ":method"), fieldOf(headers, ":authority")];
		}
	},
	{
		name: "http2.client.stream.finish",
		key: "stream",
		answer: (message) => {
			const headers = fieldOf(message, "headers");
			return [fieldOf(headers, ":status"), headers];
		}
	},
	{
		name: "http2.client.stream.error",
		key: "stream"
	},
	{
		name: "undici:request:create",
		key: "request",
		about: (message) => {
			const request = fieldOf(message, "request");
			return [fieldOf(request, "method"), URL.parse(String(fieldOf(request, "origin")))?.host];
		}
	},
	{
		name: "undici:request:headers",
		key: "request",
		answer: answerOf("statusCode")
	},
	{
		name: "undici:request:error",
		key: "request"
	}
];
function endOf({ answer }, message) {
	if (answer === void 0) return `failed (${wordOf(fieldOf(fieldOf(message, "error"), "code"))})`;
	const [status, headers] = answer(message);
	const id = ID_HEADERS.map((name) => listed(headers, name)).find((value) => value !== void 0);
	return id === void 0 ? wordOf(status) : `${wordOf(status)}, request id ${wordOf(id)}`;
}
/** Prints a line for each request of this process from now on. */
function logRequests(print, now = () => performance.now()) {
	const started = /* @__PURE__ */ new WeakMap();
	for (const channel of CHANNELS) subscribe(channel.name, (message) => {
		const request = fieldOf(message, channel.key);
		if (typeof request !== "object" || request === null) return;
		if (channel.about !== void 0) {
			const [method, host] = channel.about(message);
			started.set(request, {
				method: wordOf(method),
				host: wordOf(host),
				begin: now()
			});
			return;
		}
		const known = started.get(request);
		if (known === void 0) return;
		started.delete(request);
		const time = Math.round(now() - known.begin);
		print(printable(`${known.method} ${known.host}: ${endOf(channel, message)}, ${time} ms`));
	});
}
// packages/runner/src/run-action.ts
/** Class and place of an unexpected error. Its message may hold a request with a token in it, so it is not shown. */
function describeUnexpected(error) {
	if (!(error instanceof Error)) return typeof error;
	const place = /([\w.-]+\.(?:mjs|ts|js):\d+:\d+)/.exec(error.stack ?? "")?.[1];
	return `${/^\w{1,64}$/.test(error.name) ? error.name : "Error"}${place === void 0 ? "" : ` at ${place}`}`;
}
const known = (error) => error instanceof ClawError ? error : new ClawError("INTERNAL", `Something unexpected failed (${describeUnexpected(error)}).`);
function report(error) {
	const told = known(error);
	annotate("error", told.code, errorLine(told));
	writeErrorSummary(told);
	return 1;
}
/** For the command line, which tells of its own errors itself: what is left came before it, or was not expected. */
function reportTool(error) {
	const told = known(error);
	process.stderr.write(`${errorLine(told)}\n`);
	return told.exit;
}
/** Ends once what was printed has left the process: open sockets of a cloud client must not keep a finished step alive. */
function exit(code) {
	process.exitCode = code;
	process.stdout.write("", () => process.stderr.write("", () => process.exit(code)));
}
/** Makes the process safe for `main` and ends it with its number. A crash outside of main, in a socket or a timer, must not look like success either. */
async function frame(main, crashed, tell, debug) {
	if (process.env["RUNNER_DEBUG"] === "1") logRequests(debug);
	isolateEnvironment();
	process.exitCode = crashed;
	for (const event of ["uncaughtException", "unhandledRejection"]) process.on(event, (error) => {
		tell(error);
		exit(crashed);
	});
	try {
		checkProxy();
		const code = await main();
		exit(code === void 0 ? 0 : Number.isInteger(code) ? Number(code) : crashed);
	} catch (error) {
		exit(tell(error));
	}
}
/** Runs `main` of an action; its number is the exit code. Any error is annotated with its code and ends in 1, never in 0. */
const runAction = (main) => frame(main, 1, report, debugLine);
/** Runs `main` of the command line; its number is the exit code. What it did not expect ends in 3. */
function runTool(main) {
	maskOnStderr();
	return frame(main, 3, reportTool, (line) => void process.stderr.write(`debug: ${line}\n`));
}
// packages/runner/src/run-script.ts
/** How a step is cancelled: the runner signals our process only, so the script has to be told. */
const SIGNALS = [
	"SIGINT",
	"SIGTERM",
	"SIGHUP"
];
/** How long what the script left behind may go on printing. The runner waits for so long, too. */
const DRAIN_MS = 5e3;
/** A process group of its own is signalled whole: a shell does not pass a signal on to the program that it waits for. */
function signalAll(child, signal) {
	if (child.pid === void 0) return;
	try {
		if (process.platform === "win32") child.kill(signal);
		else process.kill(-child.pid, signal);
	} catch {}
}
const codeOf = (error) => typeof error === "object" && error !== null && "code" in error ? ` (${String(error.code)})` : "";
/** What Node says of a program that it cannot start quotes its path; the code says why. */
const notStarted = (error, file) => {
	const what = `The shell ${file} could not be started${codeOf(error)}`;
	return codeOf(error) === " (E2BIG)" ? new ClawError("COMMAND_FAILED", `${what}: the environment is larger than the system allows.`, { remedy: "Inject fewer or shorter secrets, or set fewer variables." }) : new ClawError("COMMAND_FAILED", `${what}.`);
};
function start({ shell, env }, path) {
	try {
		return spawn(shell.file, shell.argumentsFor(path), {
			env: { ...env },
			stdio: [
				"ignore",
				"pipe",
				"pipe"
			],
			detached: process.platform !== "win32",
			windowsHide: true,
			windowsVerbatimArguments: shell.verbatim
		});
	} catch (error) {
		throw notStarted(error, shell.file);
	}
}
/** Reads no faster than `take` can: a script must not be able to fill our memory where the log is read slowly. */
function read(stream, take) {
	stream?.on("data", (chunk) => {
		const full = take(chunk);
		if (full === void 0) return;
		stream.pause();
		const goOn = () => stream.resume();
		full.then(goOn, goOn);
	});
}
const isWaiting = ({ stdout, stderr }) => [stdout, stderr].some((stream) => stream?.isPaused() === true);
/** Resolves with how the shell ended, once its output has. */
function ended(child, file, drainMs) {
	return new Promise((resolve, reject) => {
		let drain;
		const cutOff = () => {
			if (isWaiting(child)) {
				drain = setTimeout(cutOff, drainMs);
				return;
			}
			signalAll(child, "SIGKILL");
			child.stdout?.destroy();
			child.stderr?.destroy();
		};
		child.on("error", (error) => reject(notStarted(error, file)));
		child.on("exit", () => {
			drain = setTimeout(cutOff, drainMs);
		});
		child.on("close", (code, signal) => {
			clearTimeout(drain);
			resolve(signal === null ? code ?? NaN : 128 + constants$2.signals[signal]);
		});
	});
}
async function runFile(script, path) {
	let child;
	const forward = (signal) => {
		if (child !== void 0) signalAll(child, signal);
	};
	for (const signal of SIGNALS) process.on(signal, forward);
	try {
		child = start(script, path);
		read(child.stdout, script.onStdout);
		read(child.stderr, script.onStderr);
		return await ended(child, script.shell.file, script.drainMs ?? DRAIN_MS);
	} finally {
		if (child !== void 0 && process.platform !== "win32") signalAll(child, "SIGKILL");
		for (const signal of SIGNALS) process.off(signal, forward);
	}
}
/** mkdtemp makes the folder for its owner alone. */
function privateFolder() {
	const temporary = process.env["RUNNER_TEMP"] ?? "";
	try {
		return mkdtempSync(join(temporary === "" ? tmpdir() : temporary, "open-claw-"));
	} catch (error) {
		throw new ClawError("RUNNER_CONTRACT", `The script could not be written to ${temporary === "" ? "the folder for temporary files" : "RUNNER_TEMP"}${codeOf(error)}.`);
	}
}
/**
* Runs `script` from a private file with exactly `env`; every byte it prints goes to the callbacks and
* nowhere else. Resolves with its exit code. What is left of its process group is killed. Throws
* COMMAND_FAILED where the shell cannot be started, and RUNNER_CONTRACT where no file can be written.
*/
async function runScript(script) {
	const folder = privateFolder();
	try {
		const path = join(folder, `script${script.shell.extension}`);
		writeFileSync(path, script.shell.contentsOf(script.script), {
			mode: 384,
			flag: "wx"
		});
		return await runFile(script, path);
	} finally {
		rmSync(folder, {
			recursive: true,
			force: true
		});
	}
}
// packages/runner/src/shell.ts
const POWERSHELL = {
	arguments: `-command ". '{0}'"`,
	extension: ".ps1",
	before: `$ErrorActionPreference = 'stop'`,
	after: "if ((Test-Path -LiteralPath variable:\\LASTEXITCODE)) { exit $LASTEXITCODE }"
};
const unixPlaces = (name) => [
	"/bin",
	"/usr/bin",
	"/usr/local/bin",
	"/opt/homebrew/bin",
	"/run/current-system/sw/bin"
].map((folder) => `${folder}/${name}`);
const SHELLS = /* @__PURE__ */ new Map([
	["bash", {
		arguments: "--noprofile --norc -e -o pipefail {0}",
		extension: ".sh",
		places: {
			posix: unixPlaces("bash"),
			win32: [String.raw`C:\Program Files\Git\bin\bash.exe`]
		}
	}],
	["sh", {
		arguments: "-e {0}",
		extension: ".sh",
		places: {
			posix: unixPlaces("sh"),
			win32: [String.raw`C:\Program Files\Git\bin\sh.exe`]
		}
	}],
	["python", {
		arguments: "{0}",
		extension: ".py",
		places: {
			posix: [...unixPlaces("python3"), ...unixPlaces("python")],
			win32: [String.raw`C:\Windows\py.exe`]
		}
	}],
	["pwsh", {
		...POWERSHELL,
		places: {
			posix: [
				...unixPlaces("pwsh"),
				"/opt/microsoft/powershell/7/pwsh",
				"/snap/bin/pwsh"
			],
			win32: [String.raw`C:\Program Files\PowerShell\7\pwsh.exe`]
		}
	}],
	["powershell", {
		...POWERSHELL,
		places: {
			posix: [],
			win32: [String.raw`C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe`]
		}
	}],
	["cmd", {
		arguments: "/D /E:ON /V:OFF /S /C \"CALL \"{0}\"\"",
		extension: ".cmd",
		before: "@echo off",
		verbatim: true,
		places: {
			posix: [],
			win32: [String.raw`C:\Windows\System32\cmd.exe`]
		}
	}]
]);
/** Tried in this order where no shell is named. The runner falls back to sh, which has no pipefail: a pipe whose first half failed would pass. */
const DEFAULTS = {
	posix: ["bash"],
	win32: ["pwsh", "powershell"]
};
const THIS_MACHINE = {
	system: process.platform === "win32" ? "win32" : "posix",
	exists: existsSync
};
const invalid = (problem, remedy) => new ClawError("INPUT_INVALID", `Input shell: ${problem}`, { remedy });
/** Words at spaces; double quotes keep a word together, and there are no escapes. */
function wordsOf(text) {
	if (text.split("\"").length % 2 === 0) throw invalid("a double quote is not closed.");
	return [...text.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) => word.replaceAll("\"", ""));
}
/** The facts go by the name of the program, in whatever folder it is. */
const nameOf = (program, { system }) => (system === "win32" ? win32 : posix).basename(program).toLowerCase().replace(/\.exe$/, "");
function locate(name, { system, exists }) {
	return SHELLS.get(name)?.places[system].find(exists);
}
/** The program that a shell input names: a name of the table, or an absolute path. */
function fileOf(program, machine) {
	const shown = printable(program);
	if ((machine.system === "win32" ? win32 : posix).isAbsolute(program)) {
		if (machine.exists(program)) return program;
		throw invalid(`there is no program ${shown}.`);
	}
	const found = locate(program, machine);
	if (found !== void 0) return found;
	const places = SHELLS.get(program)?.places[machine.system] ?? [];
	const where = places.length === 0 ? "is no shell of this system" : `is at none of ${places.join(", ")}`;
	throw invalid(`"${shown}" ${where}, and PATH is not searched.`, `Write its absolute path, as in /path/to/${shown} {0}.`);
}
function shellWith(program, template, machine) {
	const file = fileOf(program, machine);
	const fact = SHELLS.get(nameOf(program, machine));
	const verbatim = machine.system === "win32" && fact?.verbatim === true;
	const lineEnd = machine.system === "win32" ? "\r\n" : "\n";
	const quoted = (path) => fact?.extension === POWERSHELL.extension ? path.replaceAll("'", "''") : path;
	const words = verbatim ? [template] : wordsOf(template);
	return {
		file,
		extension: fact?.extension ?? "",
		verbatim,
		argumentsFor: (path) => words.map((word) => word.replaceAll("{0}", () => quoted(path))),
		contentsOf: (script) => {
			return `${[
				fact?.before,
				script,
				fact?.after
			].filter((part) => part !== void 0).join("\n")}\n`.replaceAll("\r\n", "\n").replaceAll("\n", lineEnd);
		}
	};
}
function defaultShell(machine) {
	const names = DEFAULTS[machine.system];
	const name = names.find((candidate) => locate(candidate, machine) !== void 0);
	if (name !== void 0) return name;
	throw invalid(`there is no ${names.join(" and no ")} here.`, "Name another: sh, python, or a template with {0}.");
}
/**
* The shell that `text` names, as `shell` of a workflow's `run` does: a name, or a program and arguments
* with `{0}` for the script. Without it the default of the system. Throws INPUT_INVALID.
*/
function parseShell(text, machine = THIS_MACHINE) {
	const named = text ?? defaultShell(machine);
	const [, first = "", rest] = /^("[^"]*"|\S+)\s*(\S.*)?$/s.exec(named.trim()) ?? [];
	const program = first.replaceAll("\"", "");
	const template = rest ?? SHELLS.get(nameOf(program, machine))?.arguments ?? "";
	if (template.includes("{0}")) return shellWith(program, template, machine);
	throw invalid(`"${printable(named)}" does not say where the script goes.`, `Write ${[...SHELLS.keys()].join(", ")}, or a template with {0}.`);
}
// packages/runner/src/step-files.ts
/** Variables that name what the runner reads once the step has ended. */
const ANSWER_FILES = [
	"GITHUB_ENV",
	"GITHUB_PATH",
	"GITHUB_OUTPUT",
	"GITHUB_STATE",
	"GITHUB_STEP_SUMMARY",
	"GITHUB_ARTIFACTS"
];
/** The list is read by later steps, and no step is to write it. */
const STEP_FILES = [...ANSWER_FILES, "GITHUB_ARTIFACTS_LIST"];
function contentOf(path) {
	const stats = lstatSync(path, { throwIfNoEntry: false });
	return stats?.isFile() === true ? {
		bytes: readFileSync(path),
		mode: stats.mode & 511
	} : void 0;
}
function isUnchanged({ path, content }) {
	try {
		const stats = lstatSync(path, { throwIfNoEntry: false });
		if (stats === void 0 || content === void 0) return stats === content;
		if (!stats.isFile() || (stats.mode & 511) !== content.mode) return false;
		return stats.size === content.bytes.length && readFileSync(path).equals(content.bytes);
	} catch {
		return false;
	}
}
/** The folder of the files, where the script removed it or locked us out. */
function reopen(folder) {
	mkdirSync(folder, { recursive: true });
	const mode = statSync(folder).mode & 511;
	if ((mode & 448) !== 448) chmodSync(folder, mode | 448);
}
/** Out of the way first: a folder may refuse to be emptied, but not to be renamed. */
function remove(path) {
	if (lstatSync(path, { throwIfNoEntry: false }) === void 0) return;
	const aside = `${path}-${randomUUID()}`;
	renameSync(path, aside);
	try {
		rmSync(aside, {
			recursive: true,
			force: true
		});
	} catch {}
}
/** Removed first: writing through a link that was put there would write elsewhere. Says whether it could. */
function restore({ path, content }) {
	try {
		reopen(dirname(path));
		remove(path);
		if (content !== void 0) writeFileSync(path, content.bytes, {
			flag: "wx",
			mode: content.mode
		});
		return true;
	} catch {
		return false;
	}
}
/**
* Remembers what the files of this step hold. The function that it returns puts back each that has
* changed since, and returns the names of these. One that resists does not save the others.
*/
function watchStepFiles() {
	const files = STEP_FILES.map((name) => ({
		name,
		path: process.env[name] ?? ""
	})).filter(({ path }) => path !== "").map((file) => ({
		...file,
		content: contentOf(file.path)
	}));
	return () => {
		return files.filter((file) => !isUnchanged(file)).map((file) => restore(file) ? file.name : `${file.name} (not put back)`);
	};
}
export { ANSWER_FILES, admitEvent, admitMachineCredentials, annotate, announceSubjects, announcedSubjects, checkAnswerFiles, checkEvent, codeLink, codeSpan, codeText, eventNote, exportVariables, folded, githubRun, hasEvent, jobClock, jobEnvironment, jobIdentityTokens, jsonBlock, log, markdownTable, maskValue, parseEvents, parseShell, plural, runAction, runEvent, runId, runScript, runTool, runnerFacts, saveState, savedState, setOutputs, shortDigest, shortName, verifyIdentityToken, watchStepFiles, workspace, writeSummary };
