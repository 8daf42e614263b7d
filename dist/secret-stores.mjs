import "./rolldown-runtime.mjs";
import { GOOGLE_INPUTS, googleCredentials } from "./start.mjs";
import { secretRequestParser, storeByScheme } from "./secrets.mjs";
// packages/google/src/secrets/reference.ts
const PROJECT = /(?<project>(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+:)?[a-z][a-z0-9-]{1,61}[a-z0-9]|[1-9][0-9]{0,19})/.source;
const LOCATION = /(?<location>[a-z][a-z0-9-]{0,38}[a-z0-9])/.source;
const SECRET = /(?<secret>[A-Za-z0-9_-]{1,255})/.source;
const VERSION = /(?<version>[1-9][0-9]{0,8}|latest)/.source;
/** Each form has its own number of segments, so that a path has one meaning. */
const FORMS = [
	`${PROJECT}/${SECRET}/${VERSION}`,
	`${PROJECT}/locations/${LOCATION}/${SECRET}/${VERSION}`,
	`projects/${PROJECT}/secrets/${SECRET}/versions/${VERSION}`,
	`projects/${PROJECT}/locations/${LOCATION}/secrets/${SECRET}/versions/${VERSION}`
].map((form) => new RegExp(`^${form}$`));
/** Returns the version that a path names; undefined if it names none. */
function parsePath(path) {
	const { project, location, secret, version } = FORMS.map((form) => form.exec(path)?.groups).find((found) => found !== void 0) ?? {};
	if (project === void 0 || secret === void 0 || version === void 0) return void 0;
	return {
		scheme: "gcp-sm",
		project,
		location,
		secret,
		version
	};
}
/** The grammar of `gcp-sm://project/secret/version`. */
const GOOGLE_SECRET_GRAMMAR = {
	scheme: "gcp-sm",
	form: "project/secret/version, where version is a number or latest; a regional secret is project/locations/location/secret/version",
	/** Resource names, as the Google Cloud console shows them. */
	withoutScheme: "projects/",
	parsePath
};
/** Returns the name of the resource in the API. */
const resourceName = ({ project, location, secret, version }) => `projects/${project}/${location === void 0 ? "" : `locations/${location}/`}secrets/${secret}/versions/${version}`;
const ANSWERED = /^projects\/(?<project>[^/]+)\/(?:locations\/(?<location>[^/]+)\/)?secrets\/(?<secret>[^/]+)\/versions\/(?<version>[1-9][0-9]{0,18})$/;
const isNumber = (project) => /^[0-9]+$/.test(project);
/** Compares projects. The service answers with a number even when asked by id, so these two are not compared. */
const isSameProject = (answered, asked) => answered === asked || isNumber(answered) && !isNumber(asked);
/** Returns the version number in `name`; undefined if it names another secret or version than `asked`. */
function answeredVersion(name, asked) {
	const { project = "", location, secret, version } = ANSWERED.exec(name)?.groups ?? {};
	return isSameProject(project, asked.project) && location === asked.location && secret === asked.secret && (asked.version === "latest" || version === asked.version) ? version : void 0;
}
// packages/google/src/secrets/store.ts
/** The store behind `gcp-sm://`, loaded when the first secret is asked for. Throws what `googleSecretStore` throws. */
function googleSecrets(access) {
	const load = async () => (await import("./google-connect.mjs")).connect(access);
	let loading;
	return { reveal: async (version) => (await (loading ??= load())).reveal(version) };
}
// packages/wiring/src/secret-stores.ts
const STORES = { "gcp-sm": {
	credentials: GOOGLE_INPUTS,
	grammar: GOOGLE_SECRET_GRAMMAR,
	open: (access) => googleSecrets({
		...access.inputs,
		endpoint: access.inputs.secretEndpoint,
		host: access.host
	})
} };
/** Reads the requests of an input. */
const parseSecretRequests = secretRequestParser(Object.values(STORES).map(({ grammar }) => grammar));
/** How the stores read the inputs of inject-secret. */
const SECRET_READERS = {
	stores: Object.values(STORES),
	parseRequests: parseSecretRequests,
	readCredentials: googleCredentials
};
/** Returns all stores as one. Each is opened, with its credentials, when the first of its secrets is asked for. */
const secretStore = (access) => storeByScheme(STORES, access);
export { SECRET_READERS, answeredVersion, resourceName, secretStore };
