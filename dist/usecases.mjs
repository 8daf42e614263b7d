import { __name } from "./rolldown-runtime.mjs";
import { ALGORITHMS, ClawError, ERRORS, KEYLESS, MAX_BUNDLE_BYTES, MAX_JSON_BYTES, claimsOf, errorAddress, errorLine, hashesToCompare, hashesToConfirm, isExampleKey, isJsonObject, jsonLines, keyScheme, knownArtifacts, mayBeAbout, parseBundle, parseBundles, parseStatement, printable, sha256Of, systemClock, trustedKey, vaultKeyName, verificationWork, verifyBundle } from "./core.mjs";
import { blobHash, signBlobs, signMessage, signStatements, slsaProvenance, splitSubjects } from "./core-sign.mjs";
import { ANSWER_FILES, announceSubjects, checkAnswerFiles, jobClock, log, runnerFacts, setOutputs } from "./ci.mjs";
import { denialMessage, logLines, secretsSummary, summaryOf, writeSummary } from "./reports.mjs";
import { admitEvent, checkEvent, eventNote, githubRun, hasEvent, runEvent, verifyIdentityToken } from "./github.mjs";
import { PUBLIC_GOOD, TRUSTED_ROOTS_TYPE, githubInstance, hasGithubInstance, parseSigningConfig, parseTrustedRoot, rootsFromStatement, trustedRootsOf, tufTrustedRoot } from "./sigstore.mjs";
import { fulcioKey, timestamp, witnessOf } from "./sigstore-sign.mjs";
import { vaultPublicKey } from "./vault.mjs";
import { googlePublicKey } from "./google.mjs";
import { azurePublicKey } from "./azure.mjs";
import { awsPublicKey } from "./aws.mjs";
import { fetchSecrets, redactorsFor } from "./secrets.mjs";
import { checkDestination, checkUnoccupied, digestFiles, findFiles, hashDeployment, readDocument, readFailure, selectDeployment, selectFile, selectSubjects, storeBundles } from "./files.mjs";
import { giveBack, openKey, openSession } from "./wiring.mjs";
import { MAX_POLICY_BYTES, decide, parsePolicy, policyDigest } from "./policy.mjs";
import { basename } from "node:path/posix";
import { createHash, randomBytes } from "node:crypto";
import { lstat, stat } from "node:fs/promises";
// packages/usecases/src/sign/job-claims.ts
/** Nobody else accepts a token for this audience, so that one that leaks opens nothing. */
const PROVENANCE_AUDIENCE = "https://open-claw.github.io/provenance";
/** The claims, from a token of `identity` that `issuer` signed. */
function jobClaims(identity, issuer) {
	const fetchClaims = async () => {
		const token = await identity.mint(PROVENANCE_AUDIENCE);
		return verifyIdentityToken({
			token,
			issuer,
			audience: PROVENANCE_AUDIENCE,
			clock: jobClock
		});
	};
	let known;
	return () => {
		known ??= fetchClaims();
		return known;
	};
}
// packages/usecases/src/sign/services.ts
/** Sigstore's public good instance and its staging instance, whose logs anybody reads too. */
const PUBLIC_DOMAINS = ["sigstore.dev", "sigstage.dev"];
/** A name that ends in the dot of the root is the same host. */
function isPublicHost({ hostname }) {
	const name = hostname.replace(/\.+$/, "");
	return PUBLIC_DOMAINS.some((domain) => name === domain || name.endsWith(`.${domain}`));
}
/** Whether anybody in the world sees the repository: on a server of a company, `public` is for the company. */
const isPublicRepository = ({ visibility, issuer }) => visibility === "public" && issuer.hostname === PUBLIC_ISSUER_HOST;
/** Issuer of the tokens of github.com, with or without the path of an enterprise. */
const PUBLIC_ISSUER_HOST = "token.actions.githubusercontent.com";
/** Whether the decision needs to know whether the repository is public. */
function needsVisibility({ certificateAuthority, log, signingConfig }, keyless) {
	if (signingConfig !== void 0 || keyless) return true;
	return [certificateAuthority, log].some((one) => one === "public" || one instanceof URL && isPublicHost(one));
}
const refuse$1 = /* @__PURE__ */ __name((why, remedy) => new ClawError("INPUT_INVALID", why, { remedy }), "refuse");
const REMOVE = "Remove that input.";
function resolve(authority, service, issuer) {
	if (authority === "public") return PUBLIC_GOOD[service];
	return authority === "github" ? githubInstance(issuer)[service] : authority;
}
function timestampUrls(authorities, issuer) {
	const urls = authorities.map((one) => resolve(one, "timestampAuthority", issuer));
	const repeated = urls.find((url, index) => urls.findIndex(({ href }) => href === url.href) < index);
	if (repeated !== void 0) throw refuse$1(`Input timestamp-authority: ${repeated.host} is named twice.`, "Remove one of them.");
	return urls;
}
/** The authority that serves a repository of this visibility where none is named, as GitHub's own action has it. */
function ownAuthority(context) {
	if (isPublicRepository(context)) return "public";
	if (hasGithubInstance(context.issuer)) return "github";
	throw refuse$1(`Input certificate-authority is empty, and neither Sigstore nor GitHub certifies the jobs of ${context.issuer.host}.`, "Name an authority that trusts this issuer in certificate-authority.");
}
function logOf(inputs, fallback) {
	const log = inputs.log ?? fallback;
	if (log instanceof URL) return {
		url: log,
		version: inputs.logVersion ?? 2
	};
	if (inputs.logVersion !== void 0) throw refuse$1("Input transparency-log-version: only a log that is named by URL has a choice of versions.", REMOVE);
	return log === "public" ? PUBLIC_GOOD.log : void 0;
}
function keylessServices(inputs, context) {
	const authority = inputs.certificateAuthority ?? ownAuthority(context);
	const own = authority instanceof URL ? [] : [authority];
	return {
		certificateAuthority: resolve(authority, "certificateAuthority", context.issuer),
		timestampAuthorities: timestampUrls(inputs.timestampAuthorities ?? own, context.issuer),
		log: logOf(inputs, authority === "public" ? "public" : "none")
	};
}
function keyServices(inputs, { issuer }) {
	if (inputs.certificateAuthority !== void 0) throw refuse$1("Input certificate-authority: only key: keyless is certified.", REMOVE);
	return {
		certificateAuthority: void 0,
		timestampAuthorities: timestampUrls(inputs.timestampAuthorities ?? [], issuer),
		log: logOf(inputs, "none")
	};
}
function configuredServices$1(configured, inputs, keyless) {
	if ([
		inputs.certificateAuthority,
		inputs.timestampAuthorities,
		inputs.log,
		inputs.logVersion
	].some((input) => input !== void 0)) throw refuse$1("Input signing-config names all services, and other inputs name some as well.", "Remove certificate-authority, timestamp-authority, transparency-log and transparency-log-version, or signing-config.");
	if (keyless && configured.certificateAuthority === void 0) throw refuse$1("Input signing-config: it names no certificate authority that is in use, which key: keyless needs.");
	return keyless ? configured : {
		...configured,
		certificateAuthority: void 0
	};
}
__name(configuredServices$1, "configuredServices");
/** A certificate lives ten minutes: without a trusted time within them nobody could verify it later. */
function checkTime({ timestampAuthorities, log }, keyless) {
	if (!keyless || timestampAuthorities.length > 0 || log?.version === 1) return;
	throw refuse$1("Input timestamp-authority: key: keyless needs a trusted time.", "Name an authority, or a transparency log of version 1.");
}
function checkPublicity(services, inputs, context) {
	const { visibility, issuer } = context;
	const written = [services.certificateAuthority, services.log?.url].find((url) => url !== void 0 && isPublicHost(url));
	if (written === void 0 || isPublicRepository(context) || inputs.allowPublicLog) return;
	const who = visibility === "public" ? `public on ${issuer.host} alone` : visibility ?? "not known to be public";
	throw new ClawError("PUBLIC_LOG_REFUSED", `${written.host} writes to a public log, for all time, and this repository is ${who}: its name, its workflow and the digests would be public.`);
}
/** The services to ask. Throws INPUT_INVALID or PUBLIC_LOG_REFUSED. */
function chooseServices(inputs, context) {
	const { configured, keyless } = context;
	const services = configured === void 0 ? keyless ? keylessServices(inputs, context) : keyServices(inputs, context) : configuredServices$1(configured, inputs, keyless);
	checkTime(services, keyless);
	checkPublicity(services, inputs, context);
	return services;
}
// packages/usecases/src/sign/signer.ts
async function configuredServices(inputs) {
	const path = inputs.witnesses.signingConfig;
	if (path === void 0) return void 0;
	const file = await selectFile(inputs.workspace, path, "signing-config");
	const bytes = await readDocument(file, {
		limit: MAX_JSON_BYTES,
		code: "TRUSTED_ROOT_INVALID"
	});
	return parseSigningConfig(bytes, path, jobClock.now());
}
/** A job without an identity, as under ambient credentials, counts as private. */
async function visibilityOf(claims) {
	try {
		return (await claims()).repositoryVisibility;
	} catch (error) {
		if (error instanceof ClawError && error.code === "OIDC_UNAVAILABLE") return void 0;
		throw error;
	}
}
/** The services that the inputs choose. Throws INPUT_INVALID, PUBLIC_LOG_REFUSED, TRUSTED_ROOT_INVALID, OIDC_*. */
async function signingServices(inputs, claims) {
	const keyless = inputs.key === KEYLESS;
	const [configured, visibility] = await Promise.all([configuredServices(inputs), needsVisibility(inputs.witnesses, keyless) ? visibilityOf(claims) : void 0]);
	return chooseServices(inputs.witnesses, {
		keyless,
		visibility,
		issuer: inputs.cloud.oidcIssuer,
		configured
	});
}
/** Asks for a timestamp over nothing in particular: an authority that fails now would fail after the signature. */
async function probeAuthority(url) {
	await timestamp(url, randomBytes(32), { clock: jobClock });
}
/** Forgets a key that is perhaps still on its way, while the step ends for another reason. */
function dropOnceOpen(opening) {
	opening.then(({ drop }) => drop(), () => void 0);
}
/**
* Opens the key, or has one certified, while every timestamp authority is tried. `kind` is what will be
* signed: a log that cannot hold it is told of before it is.
*/
async function openSigner(inputs, session, claims, kind) {
	const services = await signingServices(inputs, claims);
	const { certificateAuthority, timestampAuthorities, log } = services;
	const witness = witnessOf({
		timestampAuthorities,
		log,
		clock: jobClock
	});
	const opening = certificateAuthority === void 0 ? openKey(session, inputs.key, inputs.keyAlgorithm).then((key) => ({
		key,
		drop: () => void 0
	})) : fulcioKey({
		url: certificateAuthority,
		identity: session.identity,
		clock: jobClock
	}).then((certified) => ({
		key: certified.key,
		drop: () => certified.drop()
	}));
	try {
		const [{ key, drop }] = await Promise.all([opening, ...timestampAuthorities.map(probeAuthority)]);
		witness.check(key, kind);
		return {
			key,
			witness,
			services,
			drop
		};
	} catch (error) {
		dropOnceOpen(opening);
		throw error;
	}
}
// packages/usecases/src/doctor/doctor.ts
/** Signed to prove a permission. It is no encoding of an envelope, and the signature is not kept. */
const TRIAL = Buffer.from("Open Claw doctor: this signature proves a permission and nothing else.\n");
/** What signing takes, in the words of each cloud. */
const PERMISSIONS = {
	gcpkms: () => "cloudkms.cryptoKeyVersions.useToSign",
	awskms: () => "kms:Sign",
	azurekms: () => "keys/sign",
	hashivault: (uri, { vault }) => `update on ${vault.transitPath}/sign/${vaultKeyName(uri).key}`
};
/** Whom the cloud sees, as far as it is known here. */
const PRINCIPALS = {
	gcpkms: ({ google }, subject) => google.serviceAccount ?? google.provider?.replace(/^(.*)\/providers\/.*$/, (_, pool) => `principal://iam.googleapis.com/${pool}/subject/${subject}`),
	awskms: ({ aws }) => aws.role,
	azurekms: ({ azure }) => azure.clientId === void 0 ? void 0 : `the application ${azure.clientId}`,
	hashivault: ({ vault }) => vault.role === void 0 ? void 0 : `the role ${vault.role}`
};
async function subjectOf(claims) {
	return claims().then(({ subject }) => subject, () => "unknown");
}
/** A key that opens and does not sign: what the service says of it, and who needs what. It need not be the permission that lacks. */
async function explainForbidden({ message }, uri, cloud, claims) {
	const scheme = keyScheme(uri);
	const subject = await subjectOf(claims);
	return `${message} The key exists; to sign with it, ${(cloud.credentials === "ambient" ? void 0 : PRINCIPALS[scheme](cloud, subject)) ?? "the identity of this machine"} needs ${PERMISSIONS[scheme](uri, cloud)}; the sub of your token is ${subject}.`;
}
function failed(check, error, detail) {
	if (!(error instanceof ClawError)) throw error;
	return {
		check,
		status: "failed",
		detail: detail ?? error.message,
		code: error.code,
		remedy: error.remedy,
		address: errorAddress(error.code)
	};
}
const skipped = (check, detail) => ({
	check,
	status: "skipped",
	detail
});
/** Runs `look`, whose text is what was found. */
async function find(check, look) {
	try {
		return {
			check,
			status: "ok",
			detail: await look()
		};
	} catch (error) {
		return failed(check, error);
	}
}
async function identity(claims, cloud) {
	const finding = await find("identity", async () => {
		const { subject, issuer, repositoryVisibility } = await claims();
		return `sub ${subject}, issuer ${issuer}, ${repositoryVisibility} repository`;
	});
	return finding.code === "OIDC_UNAVAILABLE" && cloud.credentials === "ambient" ? skipped("identity", "There is no job here; the credentials of this machine are used.") : finding;
}
async function trial(inputs, key, claims) {
	try {
		await signMessage(key, TRIAL);
		return {
			check: "signature",
			status: "ok",
			detail: "A trial signature verifies; it was not kept."
		};
	} catch (error) {
		return failed("signature", error, error instanceof ClawError && error.code === "KEY_FORBIDDEN" ? await explainForbidden(error, key.uri, inputs.cloud, claims) : void 0);
	}
}
/** Whether the log can hold what the key signs. The log itself is not asked: that would write to it. */
function logFor(key, { log }) {
	return find("log", async () => {
		if (log === void 0) return "No log is named.";
		witnessOf({
			timestampAuthorities: [],
			log,
			clock: jobClock
		}).check(key, "envelope");
		return `${log.url.href} can hold what this key signs; it was not asked, since that would write to it.`;
	});
}
const describeKey = ({ uri, algorithm, protectionLevel }) => `${uri}, ${algorithm}, ${protectionLevel}`;
async function cloudKey(inputs, session, claims, { services, sign }) {
	let key;
	try {
		key = await openKey(session, inputs.key, inputs.keyAlgorithm);
	} catch (error) {
		return [failed("key", error), skipped("signature", "There is no key to sign with.")];
	}
	return [
		{
			check: "key",
			status: "ok",
			detail: describeKey(key)
		},
		sign ? await trial(inputs, key, claims) : skipped("signature", "--no-sign was given."),
		await logFor(key, services)
	];
}
async function certifiedKey(url, session, sign) {
	if (!sign) return [skipped("certificate", "--no-sign was given.")];
	return [await find("certificate", async () => {
		const certified = await fulcioKey({
			url,
			identity: session.identity,
			clock: jobClock
		});
		certified.drop();
		return `${url.host} certified this job for ${certified.key.algorithm}.`;
	})];
}
async function authorities({ timestampAuthorities }) {
	const times = await Promise.all(timestampAuthorities.map((url) => find(`timestamp ${url.host}`, async () => {
		await probeAuthority(url);
		return `${url.href} answers.`;
	})));
	return times.length === 0 ? [skipped("timestamp", "No authority is named: signatures will carry no trusted time.")] : times;
}
async function withServices(inputs, session, claims, sign) {
	let services;
	try {
		services = await signingServices(inputs, claims);
	} catch (error) {
		return [failed("services", error)];
	}
	const { certificateAuthority } = services;
	const key = certificateAuthority === void 0 ? cloudKey(inputs, session, claims, {
		services,
		sign
	}) : certifiedKey(certificateAuthority, session, sign);
	return (await Promise.all([key, authorities(services)])).flat();
}
/** Gives back what was borrowed; told of only where it failed. */
async function ended(session) {
	const finding = await find("session", async () => {
		await session.end();
		return "";
	});
	return finding.status === "failed" ? [finding] : [];
}
/** Told of only in a workflow. An event that gets no key gets no trial signature either. */
async function startedBy({ allowEvents }) {
	if (!hasEvent()) return [];
	return [await find("event", async () => admitEvent(runEvent(), allowEvents).name)];
}
/** Runs every check; those that do not need each other, in parallel. Never throws a ClawError. */
async function diagnose(inputs, options) {
	const event = await startedBy(inputs);
	const isRefused = event.some(({ status }) => status === "failed");
	const session = openSession(inputs.cloud, "sign");
	const claims = jobClaims(session.identity, inputs.cloud.oidcIssuer);
	const [who, services, destination] = await Promise.all([
		identity(claims, inputs.cloud),
		isRefused ? [skipped("key", "The event that started this run may not use it.")] : withServices(inputs, session, claims, options.sign),
		find("destination", async () => {
			await checkDestination(inputs.destination);
			return inputs.destination.folder ?? "beside the artifacts";
		})
	]);
	return [
		...event,
		who,
		...services,
		destination,
		...await ended(session)
	];
}
// packages/usecases/src/inject/child-environment.ts
const WITHHELD = [
	{
		names: ["ACTIONS_*"],
		reason: "tokens of the job: whoever holds them can mint its identity or write to its cache and artifacts"
	},
	{
		names: ["INPUT_*", "STATE_*"],
		reason: "inputs and state of this action"
	},
	{
		names: ANSWER_FILES,
		reason: "files that outlive the command: a secret in them passes the redactor by, and a line in them steers later steps"
	}
];
const isWithheld = (name) => WITHHELD.some(({ names }) => names.some((pattern) => pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern));
/**
* `environment` without what is withheld, plus `secrets`. Names are compared without case, as Windows
* does: a variable that differs from a secret's name in case alone would hide the secret there.
*/
function childEnvironment(environment, secrets) {
	const replaced = new Set(Object.keys(secrets).map((name) => name.toUpperCase()));
	const defined = Object.entries(environment).filter(([name]) => {
		const folded = name.toUpperCase();
		return !isWithheld(folded) && !replaced.has(folded);
	}).flatMap(([name, value]) => value === void 0 ? [] : [[name, value]]);
	return {
		...Object.fromEntries(defined),
		...secrets
	};
}
// packages/usecases/src/inject/inject.ts
/** Who can read a secret that is delivered wider than to one process. */
const READERS = {
	output: "Every later step of the job that names the output, and everything that runs in those steps, can read the secrets.",
	env: "Every later step of the job can read the secrets, including each action and each program it starts."
};
const TITLE = "Open Claw inject-secret";
/** Outputs of the action itself: a secret under such a name would be taken for them. Output names ignore case. */
const OWN_OUTPUTS = /* @__PURE__ */ new Set(["VERSIONS"]);
const valuesOf = (secrets) => Object.fromEntries(secrets.map(({ request, value }) => [request.name, value]));
const versionsOf = (secrets) => JSON.stringify(Object.fromEntries(secrets.map(({ request, version }) => [request.name, version])));
function checkOutputNames({ requests, target }) {
	const taken = requests.find(({ name }) => OWN_OUTPUTS.has(name.toUpperCase()));
	if (target.delivery !== "output" || taken === void 0) return;
	throw new ClawError("SECRET_NAME_REFUSED", `The name ${taken.name} is an output of the action itself.`);
}
/** Node.js reads NODE_DEBUG before any code of ours runs, so that it can only be refused. */
function checkDiagnostics({ target }, { environment }) {
	if (target.delivery !== "exec" || (environment["NODE_DEBUG"] ?? "") === "") return;
	throw new ClawError("INPUT_INVALID", "Input delivery: with NODE_DEBUG, Node.js prints the environment of the command past the redactor.", { remedy: "Set NODE_DEBUG to nothing in the env of this step." });
}
function warnOfLatest({ requests }, { annotate }) {
	for (const { name } of requests.filter(({ reference }) => reference.version === "latest")) annotate("warning", TITLE, `Secret ${name} takes the latest version: whoever may add a version decides what this job gets. Pin the number that the summary shows.`);
}
function warnOfUnmaskable(secrets, { annotate }) {
	for (const { request, unmaskable, partial } of secrets) {
		const reason = unmaskable ?? partial;
		if (reason === void 0) continue;
		annotate("warning", TITLE, `${unmaskable === void 0 ? "A part of secret" : "Secret"} ${request.name} may show in the log if it is printed: ${reason}.`);
	}
}
/** Runs the script with the secrets in its environment alone, and passes on what it prints, redacted. */
async function runRedacted({ shell, script }, secrets, { run, environment, print }) {
	const redactor = redactorsFor(secrets.flatMap(({ masks }) => masks));
	const [stdout, stderr] = [redactor(), redactor()];
	try {
		return await run({
			shell,
			script,
			env: childEnvironment(environment, valuesOf(secrets)),
			onStdout: (chunk) => print("stdout", stdout.write(chunk)),
			onStderr: (chunk) => print("stderr", stderr.write(chunk))
		});
	} finally {
		await print("stdout", stdout.end());
		await print("stderr", stderr.end());
	}
}
function checkStepFiles(changed) {
	if (changed.length === 0) return;
	throw new ClawError("STEP_FILES_CHANGED", `The script changed ${changed.join(", ")} of this step.`);
}
/** The script is told no path of the step's files, but can find them: what it left there is undone before the runner reads it. */
async function runWithSecrets(target, secrets, ports) {
	const putBack = ports.watchStepFiles();
	const code = await runRedacted(target, secrets, ports).finally(() => checkStepFiles(putBack()));
	if (Number.isInteger(code)) return code;
	throw new ClawError("COMMAND_FAILED", "The script ended without an exit code; a signal may have ended it.");
}
async function deliver({ target }, secrets, ports) {
	const versions = versionsOf(secrets);
	if (target.delivery === "exec") {
		const code = await runWithSecrets(target, secrets, ports);
		ports.setOutputs({
			"exit-code": String(code),
			versions
		});
		return code;
	}
	ports.annotate("warning", TITLE, READERS[target.delivery]);
	if (target.delivery === "env") ports.exportVariables(valuesOf(secrets));
	ports.setOutputs({
		versions,
		...target.delivery === "output" ? valuesOf(secrets) : {}
	});
	return 0;
}
/**
* Fetches the secrets and delivers them; one failure delivers nothing. Returns the exit code of the
* command, or 0 where there is none. Throws a ClawError.
*/
async function injectSecrets(inputs, ports) {
	const event = admitEvent(ports.event(), inputs.allowEvents);
	checkOutputNames(inputs);
	checkDiagnostics(inputs, ports);
	const secrets = await fetchSecrets(inputs.requests, inputs.target.delivery, ports);
	warnOfLatest(inputs, ports);
	warnOfUnmaskable(secrets, ports);
	const code = await deliver(inputs, secrets, ports);
	const { delivery } = inputs.target;
	await ports.writeSummary(secretsSummary(secrets, {
		delivery,
		exitCode: code,
		note: eventNote(event)
	}));
	if (code !== 0) {
		const error = new ClawError("COMMAND_FAILED", `The script ended with exit code ${code}.`);
		ports.annotate("error", error.code, errorLine(error));
	}
	return code;
}
// packages/usecases/src/sign/provenance.ts
/** Describes the build of the job with its verified claims. Throws OIDC_*, EVENT_MISMATCH, GITHUB_*. */
async function jobProvenance(inputs, { claims: source, event: { facts, payload } }) {
	const claims = await source();
	if (claims.eventName !== facts.eventName) throw new ClawError("EVENT_MISMATCH", "The OIDC token of the job names another event than its environment.");
	checkEvent(payload, claims);
	const run = inputs.githubToken === void 0 ? void 0 : await githubRun({
		token: inputs.githubToken,
		apiUrl: inputs.githubApi,
		claims
	});
	const dispatched = claims.eventName === "workflow_dispatch" ? payload["inputs"] : void 0;
	return slsaProvenance({
		claims,
		runner: runnerFacts(),
		isolation: "shared-job",
		inputs: isJsonObject(dispatched) ? dispatched : void 0,
		run
	});
}
// packages/usecases/src/sign/sign.ts
/** Lines of the log for bundles, before they are counted. */
const MAX_LOGGED = 20;
async function open$1(job, kind) {
	const signer = await openSigner(job.inputs, job.session, job.claims, kind);
	const { uri, algorithm, protectionLevel } = signer.key;
	log(`Key ${uri} (${algorithm}, ${protectionLevel})`);
	for (const url of signer.services.timestampAuthorities) log(`Timestamps of ${url.href}`);
	if (signer.services.log !== void 0) log(`Logged at ${signer.services.log.url.href}`);
	return signer;
}
__name(open$1, "open");
async function select(inputs, hashes) {
	log("Hashing the artifacts…");
	const selected = await selectSubjects(inputs.workspace, inputs.sources, hashes);
	log(`Subjects: ${selected.subjects.length}, of which ${selected.files.size} were hashed here`);
	return selected;
}
async function publish({ destination }, { key, services }, selected, bundles) {
	const stored = await storeBundles(destination, bundles);
	for (const { path } of stored.slice(0, MAX_LOGGED)) log(`Wrote ${path}`);
	if (stored.length > MAX_LOGGED) log(`… and ${stored.length - MAX_LOGGED} more bundles`);
	announceSubjects(selected.subjects.filter(({ source }) => source === "file" || source === "image").map((subject) => ({
		name: subject.name,
		digest: `sha256:${sha256Of(subject)}`,
		kind: subject.source === "file" ? "file" : "oci"
	})));
	return {
		key,
		services,
		selected,
		stored
	};
}
/** One statement about all subjects, one signature. */
async function signPredicate(job, predicate) {
	const { inputs } = job;
	const opening = open$1(job, "envelope");
	try {
		const [signer, selected, made] = await Promise.all([
			opening,
			select(inputs, []),
			predicate(),
			checkDestination(inputs.destination)
		]);
		const planned = splitSubjects(selected.subjects).map((subjects) => ({
			subjects,
			predicateType: made.type
		}));
		await checkUnoccupied(inputs.destination, planned);
		return await publish(inputs, signer, selected, await signStatements(signer.key, selected.subjects, made, signer.witness));
	} finally {
		dropOnceOpen(opening);
	}
}
/** One message signature per file. The key is opened first: it decides the hash. */
async function signEachArtifact(job) {
	const { inputs } = job;
	const opening = open$1(job, "message");
	try {
		const [signer] = await Promise.all([opening, checkDestination(inputs.destination)]);
		const selected = await select(inputs, [blobHash(signer.key)]);
		const digests = new Map([...selected.files].map(([name, { digests: own }]) => [name, own]));
		const planned = selected.subjects.map((subject) => ({
			subjects: [subject],
			predicateType: void 0
		}));
		await checkUnoccupied(inputs.destination, planned);
		return await publish(inputs, signer, selected, await signBlobs(signer.key, selected.subjects, digests, signer.witness));
	} finally {
		dropOnceOpen(opening);
	}
}
/** Signs and publishes where the event may use keys; whatever happens, what was borrowed of the clouds is given back. */
async function sign(inputs, work) {
	checkAnswerFiles();
	const event = runEvent();
	const admitted = admitEvent(event, inputs.allowEvents);
	const session = openSession(inputs.cloud, "sign");
	const job = {
		inputs,
		session,
		claims: jobClaims(session.identity, inputs.cloud.oidcIssuer),
		event
	};
	try {
		return {
			...await (work === "each-artifact" ? signEachArtifact(job) : signPredicate(job, () => work.predicate(job))),
			event: admitted
		};
	} finally {
		await giveBack(session);
	}
}
// packages/usecases/src/verify/digests.ts
const hexOf = (digests) => new Map([...digests].map(([hash, bytes]) => [hash, Buffer.from(bytes).toString("hex")]));
/** What was selected, with all that is known of it so far. */
const artifactsOf = ({ subjects, files }) => subjects.map((subject) => {
	const { name } = subject;
	const digest = sha256Of(subject);
	return {
		name,
		digest,
		source: files.has(name) ? "file" : "image",
		digests: hexOf(files.get(name)?.digests ?? /* @__PURE__ */ new Map()).set("sha256", digest)
	};
});
/** Each once: one statement can be in thousands of bundles. */
const indexesOf = (evidence) => [...new Set(evidence.flatMap((item) => "facts" in item && item.facts.kind === "statement" ? [item.facts.subjects] : []))];
/** The statements that have a digest, so that not each is compared with each artifact. */
function byDigest(indexes) {
	const found = /* @__PURE__ */ new Map();
	for (const index of indexes) for (const key of index.byDigest.keys()) {
		const others = found.get(key);
		if (others === void 0) found.set(key, [index]);
		else others.push(index);
	}
	return (digests) => [...digests].flatMap(([hash, value]) => found.get(`${hash}:${value}`) ?? []);
}
/** A file that is read twice must be the same twice: digests of two contents would make one artifact of them. */
function extended(artifact, path, digests) {
	const found = hexOf(digests ?? /* @__PURE__ */ new Map());
	if (found.get("sha256") !== artifact.digest) throw new ClawError("ARTIFACT_CHANGED", `"${printable(path)}" changed between two readings.`);
	return {
		...artifact,
		digests: new Map([...artifact.digests, ...found])
	};
}
/**
* `artifacts` with every digest that is needed to compare them with the subjects of the evidence. What is no
* file here stays as it is. Throws as `digestFiles`.
*/
async function withFurtherDigests(artifacts, files, evidence) {
	const indexes = indexesOf(evidence);
	const hashed = new Set(artifacts.flatMap(({ name, digests }) => files.has(name) ? [...digests.keys()] : []));
	const forAll = new Set(indexes.flatMap((index) => hashesToCompare(index, hashed)));
	const indexesWith = byDigest(indexes);
	const needed = new Map(artifacts.map(({ name, digests }) => [name, /* @__PURE__ */ new Set([...forAll, ...indexesWith(digests).flatMap((index) => hashesToConfirm(index, digests))])]));
	const incomplete = new Set(artifacts.filter(({ name }) => files.has(name) && (needed.get(name)?.size ?? 0) > 0));
	const hashes = [...incomplete].flatMap(({ name }) => [...needed.get(name) ?? []]);
	const paths = [...incomplete].flatMap(({ name }) => files.get(name)?.path ?? []);
	if (paths.length === 0) return [...artifacts];
	const digests = await digestFiles(paths, [.../* @__PURE__ */ new Set(["sha256", ...hashes])]);
	return artifacts.map((artifact) => {
		const path = files.get(artifact.name)?.path;
		return path === void 0 || !incomplete.has(artifact) ? artifact : extended(artifact, artifact.name, digests.get(path));
	});
}
// packages/usecases/src/verify/reading-work.ts
const [BRACE, BRACKET, COMMA] = [
	123,
	91,
	44
];
/**
* Units of about a microsecond, as those of `verificationWork`. Each value of a document follows one of three
* characters; to check, to build and to look at one takes two units. Those inside of texts count too, which
* base64 has none of and prose has few of.
*/
function readingWork(document) {
	let values = 1;
	for (let at = 0; at < document.length; at += 1) {
		const byte = document[at];
		if (byte === COMMA || byte === BRACE || byte === BRACKET) values += 1;
	}
	return 2 * values;
}
// packages/usecases/src/verify/claims.ts
/** A bundle that anybody could have dropped there must not veto the good one; it just proves nothing. */
function refusal(path, error) {
	if (!(error instanceof ClawError)) throw error;
	const { code, message, remedy } = error;
	return {
		path,
		refused: {
			code,
			message,
			remedy
		}
	};
}
const ofOthers = (path) => ({
	path,
	refused: {
		reason: "SUBJECT_MISMATCH",
		message: "it speaks about none of the artifacts"
	}
});
/** What nobody looked at, and why. */
const notExamined = (path, why) => ({
	path,
	refused: {
		reason: "EVIDENCE_NOT_EXAMINED",
		message: why
	}
});
/** What is given by a hash that is not computed of every artifact is not excluded: it may turn out to be one. */
function isOfInterest(claims, { digests, hashes }) {
	if (claims === void 0) return true;
	if (claims.kind === "statement") return mayBeAbout(claims.subjects, {
		digests,
		hashes
	});
	return !hashes.has(claims.hash) || digests.has(`${claims.hash}:${claims.digest}`);
}
/** What it takes to read the claims. */
const claimsCost = ({ name, bundle: { content } }) => ({
	name,
	work: content.kind === "envelope" ? readingWork(content.payload) : 0
});
const isPending = (item) => "work" in item;
const isRefused$1 = /* @__PURE__ */ __name((item) => !("work" in item), "isRefused");
/** A bundle that is worth verifying, or why it is not. */
function claimed(read, { known, trust, filesFor }) {
	if ("refused" in read) return refusal(read.name, read.refused);
	try {
		const { name, bundle } = read;
		const { content } = bundle;
		const claims = content.kind === "unidentified" ? void 0 : claimsOf(content);
		if (!isOfInterest(claims, known)) return ofOthers(name);
		const trusted = claims === void 0 ? {
			...trust,
			files: filesFor(name)
		} : trust;
		return {
			name,
			bundle,
			claims,
			trust: trusted,
			work: verificationWork(bundle, trusted)
		};
	} catch (error) {
		return refusal(read.name, error);
	}
}
// packages/usecases/src/verify/evidence-files.ts
function sourceOf(file, size) {
	if (size > MAX_BUNDLE_BYTES) throw new ClawError("BUNDLE_INVALID", `"${printable(file.name)}" is over ${MAX_BUNDLE_BYTES} bytes.`);
	return {
		name: file.name,
		size,
		read: () => readDocument(file, {
			limit: size,
			code: "ARTIFACT_CHANGED"
		})
	};
}
async function examined(file) {
	if ("refused" in file) return refusal(printable(file.name), file.refused);
	try {
		return sourceOf(file, (await lstat(file.path)).size);
	} catch (error) {
		return refusal(file.name, readFailure(error, file.name));
	}
}
const isRefused = (item) => !("read" in item);
const isSource = (item) => "read" in item;
/** What the cause itself calls for; undefined where it says no more than its code. */
const ownRemedy = ({ code, remedy }) => remedy === ERRORS[code].remedy ? void 0 : remedy;
/** What the patterns match. Throws EVIDENCE_NOT_FOUND. */
async function findEvidence(workspace, patterns) {
	const found = await findFiles(workspace, patterns, "bundles").catch((error) => {
		if (error instanceof ClawError && error.code === "ARTIFACT_NOT_FOUND") throw new ClawError("EVIDENCE_NOT_FOUND", error.message, {
			cause: error,
			remedy: ownRemedy(error)
		});
		throw error;
	});
	const items = await Promise.all(found.map(examined));
	return {
		sources: items.filter(isSource),
		refused: items.filter(isRefused)
	};
}
// packages/usecases/src/verify/namesakes.ts
/**
* Digests of the artifacts after which the bundle is named: `app.tgz.sigstore.json` is about `app.tgz`. Where
* there is none, of any, those first with which its name begins: 64 for each bundle of a large release, or of
* somebody who copies one, would be more work than all of them get. Artifacts are found by the beginnings of a
* name, since bundles may be as many as they.
*/
function namesakesFirst(artifacts) {
	const byName = Map.groupBy(artifacts, ({ name }) => basename(name));
	return (bundle) => {
		const name = basename(bundle);
		const beginnings = Array.from({ length: name.length }, (_, index) => name.slice(0, name.length - index));
		const namesakes = beginnings.filter((beginning) => name[beginning.length] === ".").flatMap((beginning) => byName.get(beginning) ?? []);
		if (namesakes.length > 0) return namesakes.slice(0, 64).map(({ digests }) => digests);
		const similar = beginnings.flatMap((beginning) => byName.get(beginning) ?? []);
		const others = artifacts.slice(0, 64).filter((artifact) => !similar.includes(artifact));
		return [...similar, ...others].slice(0, 64).map(({ digests }) => digests);
	};
}
// packages/usecases/src/verify/sources.ts
/** Documents that are in memory at the same time; each takes up several times its size while it is read. */
const MAX_TOGETHER = {
	files: 64,
	bytes: 33554432
};
const sizeOf = (sources) => sources.reduce((sum, { size }) => sum + size, 0);
/** Sources that are in memory together, in their order. */
function batchesOf(sources) {
	const batches = [];
	for (const source of sources) {
		const last = batches.at(-1);
		if (last !== void 0 && last.length < MAX_TOGETHER.files && sizeOf(last) + source.size <= MAX_TOGETHER.bytes) last.push(source);
		else batches.push([source]);
	}
	return batches;
}
// packages/usecases/src/verify/examination.ts
/**
* A release of 4,096 files with a bundle each is the largest that is worth a thought. Of each of these, 256 KiB
* are read at least, and 16,384 units of work are done: the largest provenance in public has 100 kB and 4,000
* values, and a keyless signature with two witnesses takes 10,400 units. All bytes and all units together take
* a minute or two on one core.
*/
const LIMITS = {
	files: 16384,
	bytes: 2 ** 30,
	work: 2 ** 26
};
/** Refusals that are listed of one file. */
const MAX_LISTED = 16;
/** Units that may be spent. */
var Purse = class {
	#left;
	spent = 0;
	constructor(allowance) {
		this.#left = allowance;
	}
	/** Whether there is enough for it; what it is not enough for is added to `costly`. */
	pays(cost, costly) {
		const isEnough = cost.work <= this.#left;
		if (!isEnough) costly.push({
			name: cost.name,
			work: cost.work
		});
		else {
			this.#left -= cost.work;
			this.spent += cost.work;
		}
		return isEnough;
	}
};
var Examination = class {
	#judged;
	#limits;
	#evidence = [];
	#digests = /* @__PURE__ */ new Set();
	/** Of files with a bundle that does not say what it signs: there the name of the file counts. */
	#unsaid = /* @__PURE__ */ new Set();
	/** One statement can be in many bundles; its subjects are kept once. */
	#subjects = /* @__PURE__ */ new Map();
	#deferred = [];
	#unread = [];
	#spent = {
		files: 0,
		bytes: 0,
		work: 0,
		equal: 0,
		verified: 0,
		unexamined: 0
	};
	constructor(judged, limits) {
		this.#judged = judged;
		this.#limits = limits;
	}
	async run(sources) {
		const sorted = sources.toSorted((a, b) => a.size - b.size || (a.name < b.name ? -1 : 1));
		const first = sorted.slice(0, this.#limits.files);
		this.#leaveOut(sorted.slice(first.length).map(({ name }) => name), `no more than ${this.#limits.files} files are looked at, the smallest first`);
		const allowance = Math.floor(this.#limits.work / Math.max(1, first.length));
		for (const batch of batchesOf(first)) {
			const affordable = batch.filter((source) => this.#claimBytes(source));
			const documents = await Promise.all(affordable.map((source) => this.#read(source, void 0)));
			await Promise.all(affordable.map((source, index) => this.#examine(source, documents[index], { allowance })));
		}
		for (const deferred of this.#deferred.toSorted((a, b) => a.work - b.work)) if (this.#claimBytes(deferred.source)) await this.#examine(deferred.source, await this.#read(deferred.source, deferred), {
			allowance: this.#limits.work - this.#spent.work,
			deferred
		});
		this.#leaveOut(this.#unread, `of all bundles together no more than ${this.#limits.bytes} bytes are read, the smallest first`);
		return {
			evidence: this.#evidence.toSorted((a, b) => a.path < b.path ? -1 : 1),
			expense: this.#spent
		};
	}
	#leaveOut(names, why) {
		this.#spent.unexamined += names.length;
		this.#list(names.map((name) => notExamined(name, why)));
	}
	/** A file of a thousand lines must not fill the memory with what is wrong with each. */
	#list(items) {
		this.#evidence.push(...items.slice(0, MAX_LISTED));
		const next = items[MAX_LISTED];
		if (next === void 0 || "facts" in next) return;
		const message = `${next.refused.message} (and ${items.length - MAX_LISTED - 1} more like this)`;
		this.#evidence.push({
			path: next.path,
			refused: {
				...next.refused,
				message
			}
		});
	}
	#claimBytes({ name, size }) {
		const isAffordable = this.#spent.bytes + size <= this.#limits.bytes;
		if (isAffordable) this.#spent.bytes += size;
		else this.#unread.push(name);
		return isAffordable;
	}
	async #examine(source, bytes, { allowance, deferred }) {
		const digest = bytes === void 0 ? "" : digestOf(bytes);
		if (bytes === void 0 || deferred === void 0 && this.#isEqual(digest)) return;
		const purse = new Purse(allowance);
		const costly = [];
		if (purse.pays({
			name: source.name,
			work: readingWork(bytes)
		}, costly)) {
			const reads = parseBundles(bytes, source.name).filter(({ name }) => deferred?.names?.has(name) ?? true);
			const refused = [];
			const pending = this.#claimed(reads, purse, costly);
			if (pending.some(({ claims }) => claims === void 0)) this.#unsaid.add(digest);
			for (const one of pending) if (purse.pays(one, costly)) refused.push(...await this.#verify(one));
			this.#list(refused);
		}
		this.#spent.work += purse.spent;
		this.#putOff(source, {
			digest,
			costly,
			isLast: deferred !== void 0
		});
	}
	/** Undefined for what cannot be read. */
	async #read(source, deferred) {
		try {
			const bytes = await source.read();
			if (deferred !== void 0 && deferred.digest !== digestOf(bytes)) throw new ClawError("ARTIFACT_CHANGED", `"${printable(source.name)}" changed between two readings.`);
			return bytes;
		} catch (error) {
			this.#evidence.push(refusal(source.name, error));
			return;
		}
	}
	/** Whether the same was read under another name, and nothing depends on the name. */
	#isEqual(digest) {
		const isKnown = this.#digests.has(digest);
		this.#spent[isKnown ? "equal" : "files"] += 1;
		this.#digests.add(digest);
		return isKnown && !this.#unsaid.has(digest);
	}
	/** The bundles that may be about an artifact, the cheapest first; the others are refused. Nothing is verified. */
	#claimed(reads, purse, costly) {
		const items = reads.filter((read) => "refused" in read || purse.pays(claimsCost(read), costly)).map((read) => claimed(read, this.#judged));
		this.#list(items.filter(isRefused$1));
		return items.filter(isPending).toSorted((a, b) => a.work - b.work);
	}
	/** Why there are no facts; empty where there are. */
	async #verify({ name, bundle, claims, trust }) {
		this.#spent.verified += 1;
		try {
			const facts = await verifyBundle(bundle, trust, claims);
			if (facts.kind === "blob") this.#evidence.push({
				path: name,
				facts
			});
			else {
				const subjects = this.#subjects.get(facts.payloadDigest) ?? facts.subjects;
				this.#subjects.set(facts.payloadDigest, subjects);
				this.#evidence.push({
					path: name,
					facts: {
						...facts,
						subjects
					}
				});
			}
			return [];
		} catch (error) {
			return [refusal(name, error)];
		}
	}
	#putOff(source, { digest, costly, isLast }) {
		const [cheapest] = costly.toSorted((a, b) => a.work - b.work);
		if (cheapest === void 0) return;
		const names = costly.map(({ name }) => name);
		const isWhole = names.includes(source.name);
		if (isLast) this.#leaveOut(names, `it takes ${cheapest.work} units of work, and all bundles together get no more than ${this.#limits.work}, the cheapest first`);
		else this.#deferred.push({
			source,
			digest,
			names: isWhole ? void 0 : new Set(names),
			work: cheapest.work
		});
	}
};
const digestOf = (bytes) => createHash("sha256").update(bytes).digest("hex");
/** Facts of every bundle that is worth it, and why there are none of the others. */
const examine = (sources, { artifacts, trust }, limits = LIMITS) => {
	return new Examination({
		trust,
		known: knownArtifacts(artifacts.map(({ digests }) => digests)),
		filesFor: namesakesFirst(artifacts)
	}, limits).run(sources);
};
// packages/usecases/src/verify/evidence.ts
/** The policy, if it is the one that the workflow pins. Throws POLICY_DIGEST_MISMATCH or POLICY_INVALID. */
async function readPolicy(inputs) {
	const file = await selectFile(inputs.workspace, inputs.policy, "policy");
	const bytes = await readDocument(file, {
		limit: MAX_POLICY_BYTES,
		code: "POLICY_INVALID"
	});
	const actual = policyDigest(bytes);
	if (actual !== inputs.policyDigest) throw new ClawError("POLICY_DIGEST_MISMATCH", inputs.policyDigest === void 0 ? `Input policy-digest is empty; the policy in the workspace has the digest sha256:${actual}.` : `Input policy-digest: the policy in the workspace has the digest sha256:${actual}, which is not the one that is pinned.`);
	return parsePolicy(bytes);
}
const GIBIBYTE = 2 ** 30;
/** What was done, for the log. */
function shown({ files, bytes, work, equal, verified, unexamined }) {
	const read = `Evidence: ${files} files of ${(bytes / GIBIBYTE).toFixed(3)} of ${LIMITS.bytes / GIBIBYTE} GiB`;
	const done = `${verified} bundles verified with ${work} of ${LIMITS.work} units of work`;
	return `${read}${equal === 0 ? "" : `, ${equal} files equal to others`}, ${done}${unexamined === 0 ? "" : `; NOT LOOKED AT: ${unexamined}`}`;
}
/**
* Every bundle that the patterns name: verified, where it is about one of the artifacts, or refused with its
* reason. Throws EVIDENCE_NOT_FOUND.
*/
async function readEvidence(inputs, trust, artifacts) {
	const { sources, refused } = await findEvidence(inputs.workspace, inputs.bundles);
	const { evidence, expense } = await examine(sources, {
		artifacts,
		trust
	});
	return {
		evidence: [...refused, ...evidence].toSorted((a, b) => a.path < b.path ? -1 : 1),
		expense: shown(expense)
	};
}
// packages/usecases/src/verify/known-files.ts
/**
* Endings of bundles, which nothing that is deployed loads by itself. Without them `bundles: release/*` would
* excuse whatever lies in the folder.
*/
const BUNDLE_ENDINGS = [".sigstore.json", ".sigstore"];
/** Programs keep data and rules in such files too, and load all that a folder has: what is in them decides. */
const LINES_ENDING = ".jsonl";
const leadsToFolder = (path) => stat(path).then((stats) => stats.isDirectory(), () => false);
/** Whether each line is a bundle or an envelope, whoever signed it. */
async function holdsBundlesAlone(file, limit) {
	const bytes = await readDocument(file, {
		limit,
		code: "BUNDLE_INVALID"
	}).catch((error) => {
		if (error instanceof ClawError) return void 0;
		throw error;
	});
	return bytes !== void 0 && parseBundles(bytes, file.name).every((one) => "bundle" in one);
}
/** Those of the files that hold bundles alone, the smallest first, within the bytes that are read of bundles at all. */
async function linePaths(files) {
	const readable = files.flatMap((file) => "refused" in file ? [] : [file]);
	const sizes = await Promise.all(readable.map(async (file) => ({
		file,
		size: (await lstat(file.path)).size
	})));
	const paths = [];
	let left = LIMITS.bytes;
	for (const { file, size } of sizes.toSorted((a, b) => a.size - b.size)) {
		if (size > Math.min(left, MAX_BUNDLE_BYTES)) break;
		left -= size;
		if (await holdsBundlesAlone(file, size)) paths.push(file.path);
	}
	return paths;
}
async function bundlePaths({ workspace, bundles }) {
	const found = await findFiles(workspace, bundles, "bundles").catch((error) => {
		if (error instanceof ClawError && error.code === "ARTIFACT_NOT_FOUND") return [];
		throw error;
	});
	const isNamed = ({ name }) => bundles.includes(name) || BUNDLE_ENDINGS.some((ending) => name.endsWith(ending));
	const paths = found.filter(isNamed).map(({ path }) => path);
	const isFolder = await Promise.all(paths.map(leadsToFolder));
	const lines = found.filter((file) => !isNamed(file) && file.name.endsWith(LINES_ENDING));
	return [...paths.filter((_, index) => isFolder[index] !== true), ...await linePaths(lines)];
}
/** Absolute paths. Throws as `selectFile`. */
async function knownFiles(inputs) {
	const { workspace, policy, sources } = inputs;
	const single = [selectFile(workspace, policy, "policy"), ...sources.checksums === void 0 ? [] : [selectFile(workspace, sources.checksums, "checksums")]];
	const [bundles, files] = await Promise.all([bundlePaths(inputs), Promise.all(single)]);
	return [...bundles, ...files.map(({ path }) => path)];
}
// packages/usecases/src/verify/keys.ts
/** One row for each scheme of key URIs. */
const SOURCES = {
	gcpkms: (session) => googlePublicKey(session.google()),
	awskms: (session, uri) => awsPublicKey(session.aws(uri)),
	azurekms: (session, uri) => azurePublicKey(session.azure(uri)),
	hashivault: (session) => vaultPublicKey(session.vault())
};
async function policyKey(session, name, key) {
	if ("publicKey" in key) return trustedKey(name, key.publicKey, { algorithm: key.algorithm });
	if (isExampleKey(key.uri)) throw new ClawError("POLICY_INVALID", `The policy gives the attestor "${name}" the key of the documentation, ${key.uri}.`, { remedy: "Put the URI of your own key in its place, then review and pin the digest of the policy again." });
	const { publicKey, algorithm, uri } = await SOURCES[keyScheme(key.uri)](session, key.uri)(key.uri, key.algorithm);
	return trustedKey(name, publicKey, {
		algorithm,
		uri
	});
}
/**
* The keys of all attestors that have one, fetched in parallel. Throws POLICY_INVALID where two attestors
* have one key: its signatures would count for the first of them only.
*/
async function policyKeys(session, policy) {
	const keys = await Promise.all(policy.attestors.flatMap((one) => "key" in one ? [policyKey(session, one.name, one.key)] : []));
	const owners = new Map(keys.map(({ keyId, name }) => [keyId, name]));
	const second = keys.find(({ keyId, name }) => owners.get(keyId) !== name);
	if (second !== void 0) throw new ClawError("POLICY_INVALID", `The attestors "${second.name}" and "${owners.get(second.keyId) ?? ""}" have the same key.`, { remedy: "Define one of them, and name it in each entry." });
	return keys;
}
/** Hashes that the trusted signers sign files by, beside SHA-256. */
function hashesOf(keys, policy) {
	const ofKeys = keys.flatMap(({ algorithm }) => ALGORITHMS[algorithm].hash ?? []);
	const ofCertificates = policy.attestors.some((one) => "certificate" in one) ? [
		"sha256",
		"sha384",
		"sha512"
	] : [];
	return [.../* @__PURE__ */ new Set([...ofKeys, ...ofCertificates])];
}
// packages/usecases/src/verify/roots.ts
const refuse = (why) => new ClawError("TRUSTED_ROOT_INVALID", why);
const fileOf = (workspace, path) => selectFile(workspace, path, "policy, trusted root");
async function readPinned(workspace, { path, digest }) {
	const bytes = await readDocument(await fileOf(workspace, path), {
		limit: MAX_JSON_BYTES,
		code: "TRUSTED_ROOT_INVALID"
	});
	const actual = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
	if (actual === digest) return bytes;
	throw refuse(`"${printable(path)}" has the digest ${actual}, which is not the one that the policy pins.`);
}
async function readSigned(workspace, { bundle: path, attestors }, keys) {
	const bytes = await readDocument(await fileOf(workspace, path), {
		limit: MAX_BUNDLE_BYTES,
		code: "BUNDLE_INVALID"
	});
	const bundle = parseBundle(bytes, path);
	const facts = await verifyBundle(bundle, { keys: keys.filter(({ name }) => attestors.includes(name)) });
	if (facts.kind !== "statement" || facts.predicateType !== "https://open-claw.github.io/predicates/trusted-roots/v1" || bundle.content.kind !== "envelope") throw refuse(`The bundle "${printable(path)}" is no statement of type ${TRUSTED_ROOTS_TYPE}.`);
	return rootsFromStatement(parseStatement(bundle.content.payload).predicate, systemClock.now());
}
/** One root, or one on each line, as `gh attestation trusted-root` prints them. */
function documentsOf(bytes) {
	const lines = jsonLines(bytes);
	return lines === void 0 ? [bytes] : Array.from(lines, ({ document }) => document);
}
async function materialsOf(workspace, root, keys) {
	if ("bundle" in root) return readSigned(workspace, root, keys);
	if ("tuf" in root) {
		const { mirror, root: first } = root.tuf;
		return [await tufTrustedRoot({
			mirror: new URL(mirror),
			root: await readPinned(workspace, first)
		})];
	}
	return documentsOf(await readPinned(workspace, root)).map((document) => parseTrustedRoot(document, root.path));
}
/** The roots of the policy; undefined where it names none. Throws TRUSTED_ROOT_INVALID, TRUSTED_ROOT_UNAVAILABLE, or why a bundle of roots is refused. */
async function policyRoots(workspace, policy, keys) {
	if (policy.trustedRoots.length === 0) return void 0;
	const materials = await Promise.all(policy.trustedRoots.map((root) => materialsOf(workspace, root, keys)));
	return trustedRootsOf(materials.flat());
}
// packages/usecases/src/verify/verify.ts
/** What the policy trusts. Logins are given back before anything is judged. */
async function trustOf(inputs, policy) {
	const session = openSession(inputs.cloud, "verify");
	try {
		const keys = await policyKeys(session, policy);
		return {
			keys,
			roots: await policyRoots(inputs.workspace, policy, keys)
		};
	} finally {
		await giveBack(session);
	}
}
async function run(inputs) {
	const policy = await readPolicy(inputs);
	const deployment = await selectDeployment(inputs.workspace, inputs.sources, await knownFiles(inputs));
	const trust = await trustOf(inputs, policy);
	const selected = await hashDeployment(deployment, hashesOf(trust.keys, policy));
	const known = artifactsOf(selected);
	const { evidence, expense } = await readEvidence(inputs, trust, known);
	log(expense);
	const artifacts = await withFurtherDigests(known, selected.files, evidence);
	const verdict = decide(policy, artifacts, evidence);
	for (const line of logLines(verdict)) log(line);
	await writeSummary(summaryOf(verdict));
	if (verdict.decision === "deny") throw new ClawError("DENIED", denialMessage(verdict));
	setOutputs({
		verdict: "allow",
		digests: JSON.stringify(verdict.artifacts.map(({ name, digest }) => ({
			name,
			digest: `sha256:${digest}`
		}))),
		"policy-digest": `sha256:${policy.digest}`
	});
}
export { diagnose, injectSecrets, jobProvenance, run, sign };
