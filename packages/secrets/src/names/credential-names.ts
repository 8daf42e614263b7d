// Credentials that one child process may get under their usual names although similar names are refused: `exec`
// exists for them. None of these names a file, a program, an option or an endpoint. A pattern covers names with
// a middle that the user chooses.

export const CREDENTIAL_NAMES: readonly { readonly names: string; readonly source: string }[] = [
  {
    names: 'AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_BEARER_TOKEN_BEDROCK',
    source: 'AWS SDKs and Tools Reference Guide',
  },
  {
    names:
      'AZURE_CLIENT_SECRET AZURE_PASSWORD AZURE_STORAGE_KEY AZURE_STORAGE_SAS_TOKEN AZURE_STORAGE_CONNECTION_STRING AZURE_DEVOPS_EXT_PAT AZURE_OPENAI_API_KEY',
    source: 'Azure Identity; az storage; az devops; Azure OpenAI',
  },
  {
    names: 'GOOGLE_API_KEY GOOGLE_CLIENT_SECRET GOOGLE_OAUTH_ACCESS_TOKEN CLOUDSDK_AUTH_ACCESS_TOKEN',
    source: 'Google AI; OAuth 2.0; Terraform google; gcloud config, auth/access_token',
  },
  { names: 'VAULT_TOKEN BAO_TOKEN', source: 'vault(1), Environment Variables' },
  {
    names:
      'GITHUB_TOKEN GITHUB_PAT GITHUB_API_TOKEN GITHUB_ENTERPRISE_TOKEN GITHUB_APP_PRIVATE_KEY GITHUB_APP_CLIENT_SECRET GITHUB_CLIENT_SECRET GITHUB_WEBHOOK_SECRET GIT_TOKEN GIT_PASSWORD',
    source: 'gh help environment; Probot; Terraform github; semantic-release',
  },
  {
    names:
      'TF_VAR_* TF_TOKEN_* TF_API_TOKEN TF_HTTP_USERNAME TF_HTTP_PASSWORD TERRAFORM_CLOUD_TOKEN PULUMI_ACCESS_TOKEN',
    source: 'Terraform CLI, Environment Variables and Configuration; backend http; setup-terraform',
  },
  {
    names:
      'DOCKER_USERNAME DOCKER_PASSWORD DOCKER_TOKEN DOCKER_AUTH_CONFIG DOCKER_CONTENT_TRUST_*_PASSPHRASE',
    source: 'docker login; docker/cli, DOCKER_AUTH_CONFIG; Docker Content Trust',
  },
  {
    names:
      'HELM_REGISTRY_USERNAME HELM_REGISTRY_PASSWORD HELM_REPO_USERNAME HELM_REPO_PASSWORD HELM_KUBETOKEN ANSIBLE_VAULT_PASSWORD ANSIBLE_GALAXY_SERVER_*_TOKEN',
    source: 'helm registry login; helm help; ansible-vault; Ansible Galaxy',
  },
  {
    names:
      'MAVEN_GPG_PASSPHRASE MAVEN_GPG_KEY MAVEN_USERNAME MAVEN_PASSWORD MAVEN_TOKEN MAVEN_CENTRAL_USERNAME MAVEN_CENTRAL_PASSWORD MAVEN_CENTRAL_TOKEN MVNW_USERNAME MVNW_PASSWORD',
    source: 'maven-gpg-plugin; setup-java; Maven Wrapper',
  },
  {
    names:
      'GRADLE_PUBLISH_KEY GRADLE_PUBLISH_SECRET GRADLE_ENCRYPTION_KEY NUGET_API_KEY NUGET_AUTH_TOKEN NUGET_TOKEN',
    source: 'Gradle, Plugin Publishing; setup-gradle; nuget push; setup-dotnet',
  },
  {
    names:
      'GEM_HOST_API_KEY BUNDLE_RUBYGEMS__PKG__GITHUB__COM BUNDLE_ENTERPRISE__CONTRIBSYS__COM BUNDLE_GEM__FURY__IO BUNDLE_GITHUB__COM',
    source: 'gem push; bundle-config(1), Credentials',
  },
  {
    names:
      'NODE_AUTH_TOKEN YARN_NPM_AUTH_TOKEN YARN_NPM_AUTH_IDENT BUN_AUTH_TOKEN COREPACK_NPM_TOKEN COREPACK_NPM_USERNAME COREPACK_NPM_PASSWORD DENO_DEPLOY_TOKEN DENO_AUTH_TOKENS',
    source: 'setup-node; Yarn, Configuration; Bun; Corepack; Deno, Environment variables',
  },
  {
    names:
      'UV_PUBLISH_TOKEN UV_PUBLISH_USERNAME UV_PUBLISH_PASSWORD UV_INDEX_*_USERNAME UV_INDEX_*_PASSWORD CONDA_TOKEN',
    source: 'uv, Environment variables; Anaconda, Tokens',
  },
  {
    names: 'CARGO_REGISTRY_TOKEN CARGO_REGISTRIES_*_TOKEN',
    source: 'Cargo, Environment Variables',
  },
]
