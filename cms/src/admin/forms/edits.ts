import path from 'node:path';
import { outOfSight } from './out-of-sight';

/** Where Strapi’s admin keeps its lists and forms. */
const PAGES = '@strapi/content-manager/dist/admin/pages';
/** … and the lists and sections of a form. */
const FORM_INPUTS = `${PAGES}/EditView/components/FormInputs`;

interface Edit {
  from: RegExp;
  to: string;
  /** How often it stands there. */
  times?: number;
}

const message = (id: string): RegExp =>
  new RegExp(`formatMessage\\(\\{\\s*id: getTranslation\\('${id}'\\)[^}]*\\}\\)`);

/**
 * On a telephone Strapi would show of “Saturday, March 6, 2027 · 9:00 AM – 3:00 PM” the day alone. A section's heading may be
 * far longer than three lines there.
 */
const LINES =
  "{ display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: 3, overflow: 'hidden', whiteSpace: 'normal' }";

const wrapped = (title: string): string => `children: jsx('span', { style: ${LINES}, children: ${title} })`;

/** Has each field say which it is, so that it can be led to (`open-field.ts`). */
const fieldSays = (item: string, name: string): Edit => ({
  from: new RegExp(`jsx\\(${item}, \\{`),
  to: `$& 'data-field': ${name},`,
});

/** A button of the rich-text editor's, in its row and in its menu. */
const FIGURE_BUTTON = `{
  toolbar: jsx(ToolbarButton, {
    icon: blocks.figure.icon, name: 'figure', label: blocks.figure.label, isActive: false,
    disabled: isButtonDisabled, handleClick: () => blocks.figure.begin(editor),
  }),
  menu: jsx(StyledMenuItem, {
    startIcon: jsx(blocks.figure.icon, {}), onSelect: () => blocks.figure.begin(editor),
    isActive: false, disabled: isButtonDisabled, children: formatMessage(blocks.figure.label),
  }),
  key: 'figure',
},`;

/** A file of ours, for one of Strapi's. Strapi builds the admin in the CMS's folder. */
const ours = (name: string): string => JSON.stringify(path.resolve('src/admin', name));

/** Has the field in which somebody types give what it holds back while they type, and leaves the caret there. */
const HANDED_OVER = `{ const typedIn = globalThis.document?.activeElement; typedIn?.blur(); typedIn?.focus({ preventScroll: true }); }`;

/** What the buttons above a rich text follow, and its frame, which is the same whatever is typed in it. */
const EDITOR_CONTEXTS = `
export function useToolbarContext(consumerName) {
  const context = usePartialBlocksEditorContext(consumerName, (state) => state);
  return { ...context, editor: context.blocks.figure.useToolbarEditor() };
}
export function useFrameContext(consumerName) {
  return { ...usePartialBlocksEditorContext(consumerName, (state) => state), editor: useSlateStatic() };
}`;

/** Has a part of the rich-text editor not be drawn anew at each key. */
const FRAME: Edit = {
  from: /import \{ useBlocksEditorContext \} from/,
  to: 'import { useFrameContext as useBlocksEditorContext } from',
};

/** Keys show at once in Strapi's own text fields. */
const TEXT_FIELD: Edit[] = [
  {
    from: /import \{ useField \} from '\.\.\/Form\.mjs';/,
    to: `$& import { useTextField } from ${ours('inputs/useTextField.ts')};`,
  },
  { from: /= useField\(name\);/, to: '= useTextField(name, useField(name));' },
  {
    from: /onChange: field\.onChange,/,
    to: '$& onBlur: field.onBlur, onKeyDown: field.onKeyDown,',
  },
];

/**
 * What is written otherwise in the files of Strapi 5.54: the head of an entry says what `entries.ts` calls it, where Strapi has
 * one field and no setting for more, a list may have an entry open at first and more ways to add one (`workshop-form/sessions.ts`),
 * the buttons that add an entry name it, fields say which they are, the rich-text editor asks `rich-text/` about figures, and
 * while one types less of a form is drawn anew (decision 38), and a save leaves what was typed since (decision 39).
 */
const EDITS: Record<string, Edit[]> = {
  '@strapi/admin/dist/admin/admin/src/components/Context.mjs': [
    { from: /'use-context-selector'/, to: ours('forms/context-selector.ts') },
  ],
  '@strapi/admin/dist/admin/admin/src/components/Form.mjs': [
    // `props` is made anew at each key, and with it what all the buttons are drawn from.
    { from: /\[\s*props,\s*setErrors\s*\]/, to: '[props.validate, props.validationSchema, setErrors]' },
    // What is typed while a save is under way stays (`rebase.ts`).
    {
      from: /import \{ createContext \} from '\.\/Context\.mjs';/,
      to: `$& import { rebased } from ${ours('versions/rebase.ts')};`,
    },
    {
      from: /const initialValues = React\.useRef\(props\.initialValues \?\? \{\}\);/,
      to: '$& const stored = React.useRef(props.initialValues);',
    },
    {
      from: /if \(!isEqual\(initialValues\.current, props\.initialValues\)\) \{\s*initialValues\.current = props\.initialValues \?\? \{\};\s*dispatch\(\{\s*type: 'SET_INITIAL_VALUES',\s*payload: props\.initialValues \?\? \{\}/,
      to: `if (!isEqual(stored.current, props.initialValues)) {
        stored.current = props.initialValues;
        const base = initialValues.current, now = props.initialValues ?? {};
        const rebase = (values)=>rebased({ initialValues: base, values }, now, disabled);
        initialValues.current = rebase(base).initialValues;
        dispatch({ type: 'SET_INITIAL_VALUES', payload: (values)=>rebase(values).values`,
    },
    {
      from: /values: initialValues\.current(?=\s*\})/,
      to: 'values: newInitialValues ? null : initialValues.current',
    },
    // Of the values as they are by then: a key may be on its way that isn't drawn yet.
    {
      from: /setDraftValues\(draft, action\.payload\.values\);/,
      to: 'setDraftValues(draft, action.payload.values ?? state.values);',
    },
    {
      from: /(case 'SET_INITIAL_VALUES':\s*setDraftValues\(draft, action\.payload)\);/,
      to: '$1(state.values));',
    },
  ],
  '@strapi/admin/dist/admin/admin/src/components/FormInputs/String.mjs': TEXT_FIELD,
  '@strapi/admin/dist/admin/admin/src/components/FormInputs/Textarea.mjs': TEXT_FIELD,
  '@radix-ui/react-menu/dist/index.mjs': [
    { from: /^/, to: `import { usingKeyboard } from ${ours('forms/keyboard.ts')};` },
    {
      from: /const isUsingKeyboardRef = [^;]+;([\s\S]*?)\$epM9y\$useEffect\(\(\)=>\{[\s\S]*?const handlePointer [\s\S]*?\}, \[\]\);/,
      to: 'const isUsingKeyboardRef = usingKeyboard;$1',
    },
  ],
  // Until it is stored, an entry is as it was: a save that is refused would have to be taken back.
  '@strapi/content-manager/dist/admin/services/documents.mjs': [
    { from: /Object\.assign\(draft\.data, data\);/, to: '' },
  ],
  [`${FORM_INPUTS}/Component/Repeatable.mjs`]: [
    {
      from: /getIn\(state\.values, \[\s*\.\.\.name\.split\('\.'\),\s*mainField\.name\s*\]\)/,
      to: 'mainField.titleOf(getIn(state.values, name))',
    },
    { from: /children: displayValue\b/, to: wrapped('displayValue') },
    {
      from: /(\[collapseToOpen, setCollapseToOpen\] = React\.useState\()''\)/,
      to: "$1()=>mainField.openAtFirst?.(value) ?? '')",
    },
    {
      from: /prevValue\.length < value\.length(?=\))/,
      to: '$& && !mainField.isWhole?.(value[value.length - 1])',
    },
    {
      from: /jsx\(TextButtonCustom, \{/,
      to: 'mainField.Below && jsx(mainField.Below, { name, value, max, disabled }), $&',
    },
    { from: message('containers.EditView.add.new-entry'), to: 'mainField.add' },
    { from: /jsx\(Initializer, \{/, to: '$& add: mainField.add,' },
    fieldSays('ResponsiveGridItem', 'completeFieldName'),
  ],
  [`${FORM_INPUTS}/Component/NonRepeatable.mjs`]: [fieldSays('ResponsiveGridItem', 'completeFieldName')],
  [`${PAGES}/EditView/components/FormLayout.mjs`]: [
    fieldSays('ResponsiveGridItem', 'field.name'),
    fieldSays('Grid\\.Item', 'field.name'),
  ],
  [`${FORM_INPUTS}/BlocksInput/EditorLayout.mjs`]: [
    FRAME,
    // What is typed is laid out within the editor, which is as high as before, and not through all that stands around it: the
    // browser begins there in a block of a known size that isn't an item of a flex box.
    {
      from: /jsx\(InputWrapper, \{([\s\S]*?)overflow: 'hidden'([\s\S]*?children: !isExpandedMode && children\s*\}\))/,
      to: "jsx('div', { style: { width: '100%' }, children: jsx(InputWrapper, {$1overflow: 'hidden', contain: 'size layout'$2 })",
    },
  ],
  [`${FORM_INPUTS}/BlocksInput/BlocksContent.mjs`]: [
    FRAME,
    // To where the caret is: by one line, it stayed out of sight after Ctrl+End.
    {
      from: /if \(!editor\.selection \|\| !blocksRef\.current\)/,
      to: 'if (!editor.selection || !Range.isCollapsed(editor.selection) || !blocksRef.current)',
    },
    {
      from: /const domRect = domRange\.getBoundingClientRect\(\);/,
      to: `const atCaret = domRange.getBoundingClientRect();
        const domRect = atCaret.height > 0 ? atCaret : domRange.startContainer.parentElement.getBoundingClientRect();`,
    },
    {
      from: /top: 28,\s*behavior: 'smooth'/,
      to: 'top: domRect.top < editorRect.top ? domRect.top - editorRect.top - 28 : domRect.bottom - editorRect.bottom + 28',
    },
    // What stands around a paragraph, its handle among it, is the same whatever is typed in it.
    {
      from: /const DragAndDropElement =/,
      to: 'const Paragraph = React.createContext(null); const TheParagraph = ()=>React.useContext(Paragraph); $&',
    },
    {
      from: /return \/\*#__PURE__\*\/ (jsxs\(Wrapper, \{[\s\S]*?)children: children(\s*\}\) : [\s\S]*?)children(\s*\]\s*\}\)\s*\]\s*\}\));/,
      to: `const around = React.useMemo(()=>$1children: jsx(TheParagraph, {})$2jsx(TheParagraph, {})$3,
          [composedBoxRefs, dragRef, handlerId, isOverDropTarget, isDragging, dragDirection, dragVisibility, dragHandleTopMargin, disabled, children.props.as, formatMessage]);
        return jsx(Paragraph.Provider, { value: children, children: around });`,
    },
    { from: /onKeyDown: handleKeyDown,/, to: '$& onInput: blocks.figure.tellLater,' },
    // Who saves by keys saves what they typed until then, though the form hasn't heard of any of it yet.
    {
      from: /const handleKeyDown = \(event\)=>\{/,
      to: '$& if (event.ctrlKey || event.metaKey) flushPendingFormSync();',
    },
    { from: /decorate: decorateCode,/, to: 'decorate: blocks.figure.useDecorate(decorateCode),' },
    {
      from: /=>baseRenderLeaf\(props, modifiers\)/,
      to: '=>blocks.figure.renderLeaf(props, baseRenderLeaf(props, modifiers))',
    },
    { from: /modalElement(?=\s*\])/, to: 'modalElement, jsx(blocks.figure.Companion, {})' },
  ],
  [`${FORM_INPUTS}/BlocksInput/BlocksEditor.mjs`]: [
    // A save answers with what the form has already: drawn anew, the text would lose its caret and what was typed since.
    {
      from: /const \[key, setKey\] = React\.useState\(0\);/,
      to: '$& const before = React.useRef(value);',
    },
    {
      from: /valueUpdatesCount\.current \+= 1;/,
      to: '$& const isAsBefore = JSON.stringify(before.current) === JSON.stringify(value); before.current = value;',
    },
    { from: /const externalState = value/, to: 'if (isAsBefore) return; $&' },
    { from: /useSlate(?= \} from 'slate-react')/, to: '$&, useSlateStatic' },
    { from: /export \{ BlocksEditor,/, to: `${EDITOR_CONTEXTS} $&` },
  ],
  [`${FORM_INPUTS}/BlocksInput/BlocksToolbar.mjs`]: [
    {
      from: /import \{ useBlocksEditorContext \} from/,
      to: 'import { useToolbarContext as useBlocksEditorContext } from',
    },
    { from: /\{\s*\/\/ List buttons can only be rendered together/, to: `${FIGURE_BUTTON} $&` },
  ],
  [`${FORM_INPUTS}/Component/Input.mjs`]: [
    { from: /jsx\(Initializer, \{/, to: '$& add: props.mainField.add,' },
  ],
  [`${FORM_INPUTS}/Component/Initializer.mjs`]: [
    { from: /\(\{ disabled, name, onClick \}\)/, to: '({ disabled, name, onClick, add })' },
    { from: message('components.empty-repeatable'), to: 'add' },
  ],
  [`${FORM_INPUTS}/DynamicZone/DynamicComponent.mjs`]: [
    {
      from: /const mainFieldValue = [^;]+;\s*const displayedValue = [^;]+;\s*const displayTitle = [^;]+;/,
      to: `const displayTitle = useForm('DynamicComponent', (state) =>
        components[componentUid]?.settings.titleOf(getIn(state.values, \`\${name}.\${index}\`)));`,
    },
    { from: /`\$\{displayName\} \$\{displayTitle\}`/g, to: 'displayTitle', times: 2 },
    { from: /children: accordionTitle\b/, to: wrapped('accordionTitle') },
    fieldSays('ResponsiveGridItem', 'fieldName'),
    { from: /ref: componentRef,/, to: `$& style: ${JSON.stringify(outOfSight(66))},` },
  ],
  [`${PAGES}/EditView/components/DocumentActions.mjs`]: [
    {
      from: /import \{ getEditViewShortcut \} from/,
      to: `import { savedAsNew } from ${ours('versions/carry.ts')}; import { usePressAgain } from ${ours('versions/usePressAgain.ts')}; $&`,
    },
    // Ctrl+S that comes while a save is under way.
    {
      from: /const isSubmitting = useForm\('UpdateAction', [^;]+;/,
      to: '$& const pressAgain = usePressAgain(isSubmitting);',
    },
    { from: /handleUpdateRef\.current\(\);\s*\}/, to: '$& else pressAgain(e);' },
    // Blurring hands over what was typed in the last moment; who saved by keys types on.
    {
      from: /globalThis\.document\?\.activeElement\?\.blur\(\);/,
      to: HANDED_OVER,
    },
    {
      from: /await Promise\.resolve\(\);(?=\s*const \{ errors \} = await validate\(true, \{\s*status: 'published')/,
      to: `${HANDED_OVER} $&`,
    },
    // What was sent is saved, not what was typed since.
    {
      from: /const \{ data \} = (handleInvisibleAttributes\(transformDocumentData\()getValues\(\)/,
      to: 'const sent = getValues(); const { data } = $1sent',
    },
    { from: /resetForm\(getValues\(\)\);/, to: 'resetForm(sent);' },
    {
      from: /if \(idToPublish === 'create' && !fromRelationModal\) \{/,
      to: '$& savedAsNew(res.data.documentId, sent);',
    },
    {
      from: /else \{\s*resetForm\(latestValues\);/,
      to: "else if ('data' in res) { resetForm(latestValues);",
    },
    {
      from: /if \('data' in res && collectionType !== SINGLE_TYPES\) \{(?=\s*if \(fromRelationModal\))/,
      to: '$& if (!fromRelationModal) savedAsNew(res.data.documentId, latestValues);',
    },
    // Else what was typed would come back as though it had been typed since.
    {
      from: /const \{ discard, isLoading \} = useDocumentActions\(\);/,
      to: "$& const resetForm = useForm('DiscardAction', (state)=>state.resetForm);",
    },
    {
      from: /await discard\(\{([^}]*)\}\);/,
      to: "const res = await discard({$1}); if ('data' in res) resetForm();",
    },
    { from: /const formValues = useForm\('PublishAction', \(\{ values \}\)=>values\);/, to: '' },
    {
      from: /React\.useEffect\(\(\)=>\{\s*setLocalDraftRelationCounts\((countLocalDraftRelations\()formValues(, [^)]*\))\);/,
      to: `const formCounts = useForm('PublishAction', ({ values })=>JSON.stringify($1values$2));
        React.useEffect(()=>{ setLocalDraftRelationCounts(JSON.parse(formCounts));`,
    },
    { from: /components,\s*formValues,\s*model,\s*schema/, to: 'formCounts' },
  ],
  [`${PAGES}/EditView/components/Panels.mjs`]: [
    { from: /tag: "aside",/, to: `$& style: ${JSON.stringify(outOfSight(300))},` },
  ],
  [`${PAGES}/ListView/ListViewPage.mjs`]: [
    {
      from: /const CreateButton = \(\{ variant \}\)\s*=>\s*\{/,
      to: '$& const { schema } = useDoc();',
    },
    { from: message('HeaderLayout.button.label-add-entry'), to: 'schema?.pluginOptions?.form?.add ?? $&' },
  ],
};

/**
 * The code of a file of Strapi’s admin as we build it.
 * @param id its path
 * @returns null for a file that stays as it is
 * @throws when the file no longer holds what is to be written otherwise, as after an update of Strapi
 */
export function edited(id: string, code: string): string | null {
  const file = Object.keys(EDITS).find((name) => id.split('?')[0]?.endsWith(name));
  if (!file) return null;
  return (EDITS[file] ?? []).reduce((text, { from, to, times = 1 }) => {
    const found = text.match(new RegExp(from, 'g'))?.length ?? 0;
    if (found !== times)
      throw new Error(
        `${id} holds ${from} ${found} times, not ${times}: Strapi’s form has changed, and cms/src/admin/forms/edits.ts is to follow.`,
      );
    return text.replace(from, to);
  }, code);
}

/** Makes Vite build the admin with these edits. */
export const entryNames = {
  name: 'entry-names',
  enforce: 'pre' as const,
  transform: (code: string, id: string) => edited(id, code),
};
