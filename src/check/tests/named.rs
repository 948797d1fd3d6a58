//! What `mizan lexicon check` says of the names of frames and labels.

use super::set::*;

#[test]
fn names_of_frames_and_labels_are_told_where_a_reader_could_mistake_them() {
    let frames = |rows: [&str; 2]| {
        let header = "frame,label,stance,target,source,name_ar,label_ar,label_en";
        format!(
            "{header}\ngroups,fighters,0,insurgents,codebook,{}\ngroups,terrorists,-2,insurgents,codebook,{}\n",
            rows[0], rows[1]
        )
    };
    let found = |rows| told(&[("frames.csv", frames(rows).as_bytes())]);
    assert_eq!(found(["الجماعات,مقاتلون,fighters", ",إرهابيون,"]), "");
    only(
        &found(["الجماعات,مقاتلون,", "الفرق,إرهابيون,"]),
        &["warning frames.csv, row 3, column `name_ar`: row 2 of this frame says الجماعات"],
    );
    only(
        &found([",مقاتلون,", ",مقاتلون,"]),
        &[
            "warning frames.csv, row 3, column `label_ar`: the label fighters in row 2 has this name",
        ],
    );
}
