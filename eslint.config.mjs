// One rule here is ours: who may import whom. A layer may import itself and what stands before it; see ARCHITECTURE.md.
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const CORE = ['dates', 'text', 'knowledge', 'time', 'mentions', 'claims', 'rules', 'analysis'];
const OUTER = ['features', 'lsp', 'cli', 'node', 'browser'];
const LAYERS = [...CORE, ...OUTER];

/** Packages that the core may use: small and pure, the same in Node and in a worker. */
const CORE_PACKAGES = ['yaml', '@lezer/markdown', '@lezer/common'];
const LSP_TYPES = ['vscode-languageserver-types', 'vscode-languageserver-textdocument'];

function restrict(message, regex) {
  return { regex, message };
}

/** Packages are what is neither relative nor in the list. */
function onlyPackages(names, message) {
  const allowed = names.map((name) => name.replace(/[/.]/g, '\\$&')).join('|');
  return restrict(message, `^(?!\\.|(?:${allowed})(?:/|$))`);
}

function notFolders(folders, message) {
  return restrict(message, `^(?:\\.\\./)+(?:server/src/)?(?:${folders.join('|')})(?:/|$)`);
}

/** What a layer of the core may not import: the layers to its right, the editor, the system. */
const coreLayers = CORE.map((layer, index) => {
  // The options of an analysis are a shape that rules and claims read; only its types go leftwards.
  const right = LAYERS.slice(index + 1).filter((other) => other !== 'analysis');
  const patterns = [
    notFolders([...right, 'protocol', 'client'], `${layer} may import only itself and what stands before it: ${CORE.slice(0, index).join(', ')}.`),
    onlyPackages(CORE_PACKAGES, 'The core imports no package but small pure libraries, and nothing of Node.'),
    ...(layer === 'analysis' ? [] : [restrict('Of the analysis only types.ts and options.ts may be imported leftwards.', '^(?:\\.\\./)+analysis/(?!types$|options$)')]),
  ];
  return {
    files: [`server/src/${layer}/**/*.ts`],
    ignores: ['**/*.test.ts', '**/testing/**'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
});

const outerLayers = [
  { layer: 'features', right: ['lsp', 'cli', 'node', 'browser', 'client'], packages: LSP_TYPES },
  { layer: 'lsp', right: ['cli', 'node', 'browser', 'client'], packages: [...LSP_TYPES, 'vscode-languageserver', 'vscode-uri', 'yaml', 'tinyglobby'] },
  { layer: 'cli', right: ['lsp', 'node', 'browser', 'client'], packages: undefined },
  { layer: 'node', right: ['browser', 'client'], packages: undefined },
  { layer: 'browser', right: ['node', 'client'], packages: ['vscode-languageserver', 'foreign-desk:knowledge'] },
].map(({ layer, right, packages }) => ({
  files: [`server/src/${layer}/**/*.ts`],
  ignores: ['**/*.test.ts', '**/testing/**'],
  rules: {
    '@typescript-eslint/no-restricted-imports': ['error', {
      patterns: [
        notFolders(right, `${layer} may not import ${right.join(', ')}.`),
        ...(packages ? [onlyPackages(packages, `${layer} may import only ${packages.join(', ')}.`)] : []),
        restrict('Only the client knows VS Code.', '^vscode(?:-languageclient.*)?$'),
      ],
    }],
  },
}));

/** The core takes today's date, and all else from outside, as an argument. */
const NO_SYSTEM = ['process', 'window', 'document', 'console', 'setTimeout', 'setInterval', 'fetch', 'performance', 'require', 'Buffer', '__dirname'].map(
  (name) => ({ name, message: 'The core has no system around it: take what is needed as an argument.' }),
);

export default defineConfig(
  { ignores: ['**/node_modules/', 'dist/', 'out/', '.cache/', '.vscode-test/', 'coverage/', '**/*.d.ts'] },
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-len': ['error', { code: 180, ignoreUrls: true, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-control-regex': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'URL', 'URLSearchParams', 'Buffer', 'performance',
          'document', 'window', 'TextDecoder', 'TextEncoder', 'Blob', 'fetch', 'setImmediate', 'structuredClone'].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: CORE.map((layer) => `server/src/${layer}/**/*.ts`),
    ignores: ['**/*.test.ts', '**/testing/**'],
    rules: {
      'no-restricted-globals': ['error', ...NO_SYSTEM],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The core has no clock.' },
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'The core has no clock.' },
      ],
    },
  },
  ...coreLayers,
  ...outerLayers,
  {
    files: ['client/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', {
        patterns: [
          restrict('Of the server the client knows only its protocol.', '^(?:\\.\\./)+server/(?!src/protocol$)'),
          onlyPackages(['vscode', 'vscode-languageclient'], 'The client imports vscode and vscode-languageclient only.'),
        ],
      }],
    },
  },
);
