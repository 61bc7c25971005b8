//! A fence named `redact` keeps its content inside in every place that Markdown allows.

use super::kit::PublicTest;

/// Places for a fence; `HERE` is the line in it.
const PLACES: [(&str, &str); 10] = [
    ("a list item", "- one\n\n  ```redact\n  HERE\n  ```\n\n- two"),
    ("the first line of an item", "- ```redact\n  HERE\n  ```\n- two"),
    ("a numbered item", "1. one\n\n   ~~~redact\n   HERE\n   ~~~\n2. two"),
    ("a quote", "> one\n>\n> ```redact\n> HERE\n> ```\n>\n> two"),
    ("an alert", "> [!NOTE]\n> one\n>\n> ```redact\n> HERE\n> HERE\n> ```\n> two"),
    ("a footnote", "one[^1]\n\n[^1]: two\n\n    ```redact\n    HERE\n    ```"),
    ("a list in a quote", "> - one\n>\n>   ```redact\n>   HERE\n>   ```\n> - two"),
    ("a quote in a list", "- one\n\n  > ````redact\n  > HERE\n  > ````\n- two"),
    ("an item of an item", "- one\n  - three\n\n    ```redact\n    HERE\n    ```\n  - two"),
    ("an empty fence", "- one HERE\n\n  ```redact\n  ```\n- two"),
];

#[test]
fn b5_a_fence_keeps_its_content_inside_wherever_it_stands() {
    for (place, text) in PLACES {
        let mut test = PublicTest::new();
        let secret = test.dice.words(3);
        let is_empty = place == "an empty fence";
        let text = text.replace("HERE", if is_empty { "three" } else { &secret });
        let review = test.review("latency").summary(&format!("It was slow.\n\n{text}"));
        test.write(&review);
        let run = test.approve(&review);
        assert_eq!(run.code, Some(0), "{place}: {}", run.stderr);
        let run = test.publish();
        assert_eq!(run.code, Some(0), "{place}: {}", run.stderr);
        assert!(test.page("latency").contains("two"), "{place}");
        test.nowhere(&[&secret]);
        if !is_empty {
            test.inside(&[&secret]);
        }
    }
}
