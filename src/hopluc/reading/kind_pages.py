"""What each kind of ours is, in Vietnamese, for whoever reads at the command line; the reference page tells it in English."""

from collections.abc import Mapping

IN_VIETNAMESE: Mapping[str, str] = {
    "date": "Ngày tháng như đã viết: phần nào câu chữ không nêu thì để trống, không tự điền. Ngày không có thật (31/6/2026) giữ các phần đã ghi, "
    "`first` và `last` để trống. Ngày âm lịch đánh dấu `lunar`, không quy đổi. `implied` là năm suy ra từ câu chữ phía trước, kèm câu chữ ấy.",
    "period": "Khoảng thời gian có hai đầu được nêu, mỗi đầu là năm, tháng hoặc ngày theo ISO (`2013`, `2013-07`, `2013-07-25`).",
    "time": "Thời gian theo mức: quý, nửa năm, tháng (mấy tháng đầu, cuối năm), năm (kèm `part`), thập niên, thế kỷ, mốc (`đến năm 2030`), tầm nhìn, "
    "lễ, định kỳ, thời hạn. `start`, `end` theo ISO, không nêu năm thì `--07`, ngày hằng tháng thì `---15`. `every`, `length` là khoảng ISO (`P6M`, `P10D`); "
    "`since` là sự kiện từ đó tính hạn.",
    "money": "Số tiền chính xác (`amount`) hoặc trong khoảng (`min`, `max`); `currency` theo ISO 4217. `qualifier` là từ đứng trước số (`gần`, `trên`, `khoảng`).",
    "organisation": "Cơ quan, tổ chức theo tên đầy đủ `canonical`: tên chính thức ngắn nhất không trùng. Chỉ cơ quan địa phương mới kèm địa danh; đơn vị thuộc "
    "thì kèm cơ quan cấp trên sau dấu phẩy. Không xác định được thì để trống. Tên đã hết hiệu lực thì nêu ngày cuối và đơn vị kế thừa.",
    "person": "Họ tên như đã viết, và chức vụ nêu bên cạnh (không nêu thì để trống).",
    "legal_reference": "Văn bản được viện dẫn: loại `doc_type`, số `number` như đã viết, ngày `date`, cơ quan ban hành `issuer`; phần nào không nêu thì để trống. "
    "`context_date`, `context_issuer` là điều câu nói ở chỗ khác. `relation` là điều văn bản `related` làm với văn bản này (sửa đổi, thay thế); `provisions` "
    "là điều, khoản được dẫn; `act` là tên đầy đủ nhất của văn bản.",
    "quantity": "Cái gì được đếm (`unit`, như đã viết) và bao nhiêu: `number`; hoặc `min`, `max`; hoặc `numerator` trên `denominator`. `percent`: số là tỷ lệ. "
    "`qualifier` là từ đứng trước số (`hơn`, `ít nhất`). `duration`: đơn vị là thời gian.",
    "programme": "Chương trình hợp tác theo tên đầy đủ trong văn bản; `decision` là số văn bản phê duyệt.",
    "strand": "Nội dung hợp tác của chương trình: số mục và tên.",
    "legal_basis": "Căn cứ của chương trình, báo cáo: số, ngày, và câu chữ như đã viết. `provisions` là điều, khoản làm căn cứ; `standing` là điều văn bản khác đã làm "
    "với căn cứ (`được thay thế bởi …`).",
    "membership": "Người trong ban, tổ: `position`, `organisation` là chức vụ đang giữ, `body` là ban, tổ, `role` là nhiệm vụ trong đó.",
    "agreement": "Thỏa thuận đã ký hoặc dự kiến ký. Các bên và đầu mối theo tên đầy đủ. `signed` là ngày ký như đã nêu (`2015-05-11`, `--12-20`); `planned_signing` "
    "là ngày dự kiến ký; `form` là loại giấy như đã viết (thỏa thuận, biên bản ghi nhớ, hợp đồng …).",
    "task": "Nhiệm vụ nêu trong câu hoặc trong dòng của bảng. `lead`, `cooperating` là đơn vị chủ trì, phối hợp; `period` là thời gian thực hiện, `due` là thời hạn "
    "như đã viết, `until` là ngày hoặc tháng của thời hạn ấy, `recurrence` như `hàng năm`; `status` là tình hình như đã viết; `carried_over` là giai đoạn "
    "chuyển tiếp; `section` là số mục.",
    "event": "Sự kiện đã hoặc sẽ tổ chức; `date` theo ISO, có thể chỉ có ngày và tháng (`--12-20`) hoặc năm.",
    "petition": "Một kiến nghị: bên kiến nghị, nơi nhận theo tên đầy đủ, không xác định được thì như đã viết.",
    "target": "Chỉ tiêu: nội dung (`text`), bao nhiêu (số hoặc khoảng), đơn vị tính `unit`, đến khi nào `by`.",
    "observation": "Số liệu về điều `subject` nêu: `number`, hoặc `min`, `max`, hoặc `numerator` trên `denominator`. `unit` là đơn vị đếm (`lượt đơn vị`, `VND`, `%`); "
    "`field` là phần của tổng; `stage` là kế hoạch (`plan`), mục tiêu (`target`), ước (`estimate`) hay thực hiện (`actual`).",
    "statement": "Một ý của báo cáo như đã viết. Loại: kết quả (`result`), tồn tại, hạn chế (`shortcoming`), nguyên nhân (`cause`), phương hướng (`plan`), kiến nghị "
    "(`recommendation`); `strand` là đề mục phía trên.",
    "inconsistency": "Điểm cần đối chiếu, hoặc phép kiểm tra đã khớp (`ok`). `explanation` là một câu kèm phép tính và trích dẫn. Gồm: ngày không hợp lý, một văn bản "
    "hai ngày, ngày chưa đủ, giai đoạn chưa khớp, trình tự thời gian; tổng chưa khớp, số đếm chưa khớp danh sách, danh sách chưa đủ, đơn vị đếm khác nhau; "
    "một nội dung hai số liệu; dòng bị cắt, thiếu thông tin, số văn bản chưa đủ. `other` là văn bản kia, `elsewhere` là đoạn của văn bản ấy.",
}
