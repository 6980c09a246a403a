import type { MantineThemeComponents } from '@mantine/core';
import choices from './choices.module.css';
import classes from './mantine.module.css';

const input = {
  defaultProps: { size: 'sm' },
  classNames: { input: classes.input, label: classes.label, description: classes.help, error: classes.error, required: classes.required },
};
// A dialog's <header> would count as a second banner of the page.
const dialogAttributes = { header: { role: 'presentation' } };
const floating = { shadow: 'md', radius: 'lg', withArrow: false, transitionProps: { duration: 120, transition: 'fade' } };
const calendar = {
  classNames: { ...input.classNames, day: classes.day },
  defaultProps: { size: 'sm', popoverProps: floating },
};

/** The kit in our hand: a plain button is paper with a hairline, `variant="filled"` is the one primary action, `"decide"` the red one. */
export const componentTheme: MantineThemeComponents = {
  Button: { defaultProps: { variant: 'default', size: 'sm' }, classNames: { root: classes.button, section: classes.buttonSection } },
  ActionIcon: { defaultProps: { variant: 'subtle', size: 32 }, classNames: { root: classes.actionIcon } },
  CloseButton: { defaultProps: { variant: 'subtle' }, classNames: { root: classes.closeButton } },
  Input: { defaultProps: { size: 'sm' }, classNames: { input: classes.input } },
  InputWrapper: {
    defaultProps: { size: 'sm' },
    classNames: { label: classes.label, description: classes.help, error: classes.error, required: classes.required },
  },
  TextInput: input,
  PasswordInput: { ...input, classNames: { ...input.classNames, innerInput: classes.innerInput } },
  Textarea: { ...input, defaultProps: { size: 'sm', autosize: true, minRows: 2 } },
  NumberInput: { ...input, defaultProps: { size: 'sm', hideControls: true } },
  Select: { ...input, defaultProps: { size: 'sm', checkIconPosition: 'right', comboboxProps: floating, maxDropdownHeight: 320 } },
  MultiSelect: { ...input, defaultProps: { size: 'sm', checkIconPosition: 'right', comboboxProps: floating, maxDropdownHeight: 320 } },
  Autocomplete: { ...input, defaultProps: { size: 'sm', comboboxProps: floating } },
  TagsInput: { ...input, defaultProps: { size: 'sm', comboboxProps: floating } },
  NativeSelect: input,
  DateInput: calendar,
  DatePickerInput: calendar,
  DateTimePicker: calendar,
  Checkbox: {
    defaultProps: { size: 'xs', radius: 'xs' },
    classNames: {
      root: choices.checkbox,
      input: choices.checkboxInput,
      label: choices.checkLabel,
      description: choices.checkHelp,
      body: choices.checkBody,
    },
  },
  Radio: {
    defaultProps: { size: 'xs' },
    classNames: {
      root: choices.radio,
      radio: choices.radioInput,
      label: choices.checkLabel,
      description: choices.checkHelp,
      body: choices.checkBody,
    },
  },
  Switch: {
    defaultProps: { size: 'xs', withThumbIndicator: false },
    classNames: {
      track: choices.track,
      thumb: choices.thumb,
      label: choices.checkLabel,
      description: choices.checkHelp,
      body: choices.checkBody,
    },
  },
  SegmentedControl: {
    defaultProps: { size: 'xs', transitionDuration: 120 },
    classNames: { root: choices.seg, indicator: choices.segIndicator, label: choices.segLabel, control: choices.segControl },
  },
  Tabs: { defaultProps: { keepMounted: false }, classNames: { root: classes.tabs, list: classes.tabsList, tab: classes.tab } },
  Modal: {
    defaultProps: {
      centered: true,
      padding: 'lg',
      radius: 'lg',
      transitionProps: { duration: 150, transition: 'fade' },
      overlayProps: { backgroundOpacity: 0.32, color: '#1c1b19' },
      attributes: dialogAttributes,
    },
    classNames: {
      root: classes.dialogRoot,
      inner: classes.dialogInner,
      content: classes.dialog,
      header: classes.dialogHeader,
      title: classes.dialogTitle,
    },
  },
  Drawer: {
    defaultProps: {
      position: 'right',
      padding: 'lg',
      transitionProps: { duration: 150 },
      overlayProps: { backgroundOpacity: 0.32, color: '#1c1b19' },
      attributes: dialogAttributes,
    },
    classNames: { content: classes.dialog, header: classes.dialogHeader, title: classes.dialogTitle },
  },
  Popover: { defaultProps: floating, classNames: { dropdown: classes.floating } },
  Combobox: { defaultProps: floating, classNames: { dropdown: classes.floating, option: classes.option } },
  Menu: {
    // The kit's placeholder for the first focus is nothing that a menu may hold.
    defaultProps: { ...floating, position: 'bottom-end', offset: 4, withInitialFocusPlaceholder: false },
    classNames: { dropdown: classes.floating, item: classes.menuItem, label: classes.menuLabel, divider: classes.menuDivider },
  },
  Tooltip: {
    defaultProps: { openDelay: 400, withArrow: false, transitionProps: { duration: 120 } },
    classNames: { tooltip: classes.tooltip },
  },
  Badge: { defaultProps: { variant: 'light', color: 'gray', radius: 'xs' }, classNames: { root: classes.badge } },
  Table: {
    defaultProps: { verticalSpacing: '8px', horizontalSpacing: '8px', borderColor: 'var(--line)' },
    classNames: { th: classes.th, td: classes.td },
  },
  Paper: { defaultProps: { radius: 'lg' } },
  Card: { defaultProps: { radius: 'lg', withBorder: true, padding: 'md' }, classNames: { root: classes.card } },
  Divider: { defaultProps: { color: 'var(--line)' } },
  Kbd: { classNames: { root: classes.kbd } },
  Skeleton: { defaultProps: { radius: 'xs' }, classNames: { root: classes.skeleton } },
  Loader: { defaultProps: { size: 'sm', color: 'var(--ink2)' } },
  Notification: {
    defaultProps: { radius: 'lg', withBorder: true },
    classNames: { root: classes.notification, title: classes.notificationTitle, description: classes.notificationText },
  },
  Anchor: { defaultProps: { underline: 'never' }, classNames: { root: classes.anchor } },
  Progress: { defaultProps: { size: 'sm', color: 'indigo' } },
};
